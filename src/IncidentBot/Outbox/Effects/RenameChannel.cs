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
        var name = ChannelName.For(incident);
        if (channel?.ChannelId is not { } channelId || channel.IsBorrowed || channel.IsArchived || channel.Name == name)
        {
            return EffectResult.Done;
        }

        var response = await slack.SendAsync(new ConversationsRename(channelId, name), cancellationToken);
        if (response.Ok)
        {
            (channel.WantedName, channel.Name) = (name, response.Value.Channel.Name);
        }

        return EffectResult.From(response);
    }
}
