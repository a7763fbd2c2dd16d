using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Outbox.Effects;

/// <summary>The channel is called after the incident's title.</summary>
internal sealed record RenameChannel(int IncidentNumber) : IEffect;

internal sealed class RenameChannelSender(IncidentDb db, ISlackApi slack) : IEffectSender<RenameChannel>
{
    public async Task<EffectResult> SendAsync(RenameChannel effect, Sending sending, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == effect.IncidentNumber, cancellationToken);
        var channel = await db.Channels.FindAsync([effect.IncidentNumber], cancellationToken);
        var name = ChannelName.For(incident.Number, DateOnly.FromDateTime(incident.DeclaredAt.UtcDateTime), incident.Title);
        if (channel?.ChannelId is not { } channelId || channel.Name == name)
        {
            return EffectResult.Done;
        }

        var response = await RenameAsync(channelId, name, sending, cancellationToken);
        if (response.Ok)
        {
            (channel.WantedName, channel.Name) = (name, response.Value.Channel.Name);
        }

        return EffectResult.From(response);
    }

    /// <summary>An earlier attempt may have renamed it: then the name is taken, by this very channel.</summary>
    private async Task<SlackResponse<ConversationResponse>> RenameAsync(string channelId, string name, Sending sending, CancellationToken cancellationToken)
    {
        if (sending.LookFirst)
        {
            var shown = await slack.SendAsync(new ConversationsInfo(channelId), cancellationToken);
            if (EarlierAttempts.IsSilence(shown) || (shown.Ok && shown.Value.Channel.Name == name))
            {
                return shown;
            }
        }

        return await slack.SendAsync(new ConversationsRename(channelId, name), cancellationToken);
    }
}
