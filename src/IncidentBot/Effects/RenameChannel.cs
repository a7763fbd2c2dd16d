using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Effects;

/// <summary>Renames the channel after the incident's title, unless someone renamed it by hand or it is borrowed.</summary>
[Effect("rename_channel")]
internal sealed record RenameChannel(int IncidentNumber) : IEffect;

/// <summary>A taken name gets a suffix. After a lost answer Slack is asked what the channel is called.</summary>
internal sealed class RenameChannelSender(IncidentDb db, ISlackApi slack) : IEffectSender<RenameChannel>
{
    public async Task<EffectResult> SendAsync(RenameChannel effect, Sending sending, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == effect.IncidentNumber, cancellationToken);
        if (await db.Channels.FindAsync([effect.IncidentNumber], cancellationToken) is not { ChannelId: { } id, IsBorrowed: false } channel)
        {
            return EffectResult.Done;
        }

        if (channel.IsOutOfReach)
        {
            return EffectResult.OutOfReach;
        }

        if (sending.LookFirst && await LookAsync(channel, id, incident, cancellationToken) is { } silence)
        {
            return silence;
        }

        return channel.IsRenamedByHand || IsNameOf(incident, channel.Name)
            ? EffectResult.Done
            : await RenameAsync(channel, id, incident, cancellationToken);
    }

    private async Task<EffectResult> RenameAsync(IncidentChannel channel, string id, Incident incident, CancellationToken cancellationToken)
    {
        foreach (var name in ChannelName.Candidates(incident))
        {
            var response = await slack.SendAsync(new ConversationsRename(id, name), cancellationToken);
            if (response.Ok)
            {
                channel.Own(id, response.Value.Channel.Name);
                return EffectResult.Done;
            }

            if (response.Error != "name_taken")
            {
                return EffectResult.From(response);
            }
        }

        // Every name is taken, so the old one stays.
        return EffectResult.Done;
    }

    /// <summary>Stores the current name; or the outcome while Slack does not answer.</summary>
    private async Task<EffectResult?> LookAsync(IncidentChannel channel, string id, Incident incident, CancellationToken cancellationToken)
    {
        var info = await slack.SendAsync(new ConversationsInfo(id), cancellationToken);
        if (info.Ok && IsNameOf(incident, info.Value.Channel.Name))
        {
            channel.Own(id, info.Value.Channel.Name);
        }

        return info.IsSilence ? EffectResult.From(info) : null;
    }

    private static bool IsNameOf(Incident incident, string? name) => name is not null && ChannelName.Candidates(incident).Contains(name);
}
