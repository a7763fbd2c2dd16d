using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Declare;

/// <summary>Takes a channel of others for an incident whose own could not be made.</summary>
internal sealed class BorrowedChannel(IncidentDb db, ChannelVisibility visibility, ISlackApi slack, TimeProvider time)
{
    /// <summary>Takes the channel and has it read from the declaration on; or says why it cannot be used. The caller saves.</summary>
    public async Task<Mrkdwn?> WhyNotAsync(Incident incident, IncidentChannel channel, string id, CancellationToken cancellationToken)
    {
        if ((await db.OwnersOfAsync(id, cancellationToken)).TakesCommands is { } taken)
        {
            return Mrkdwn.Text($"{Mrkdwn.Channel(id)} is the channel of incident {taken}. Try again to make one instead.");
        }

        var info = await slack.SendAsync(new ConversationsInfo(id), cancellationToken);
        if (!info.Ok || !info.Value.Channel.IsMember)
        {
            return Mrkdwn.Text($"I am not in {Mrkdwn.Channel(id)}. Type `/invite` with my name there, then press this again.");
        }

        var shown = info.Value.Channel;
        if (incident.IsPrivate && !shown.IsPrivate)
        {
            return Mrkdwn.Text($"The incident is private and {Mrkdwn.Channel(id)} is not. Try again to make a private channel instead.");
        }

        channel.Borrow(id, shown.Name);
        visibility.Follow(incident, shown.IsPrivate);
        db.Enqueue(Lane.Reading(incident.Number), new ReadChannel(incident.Number), time.GetUtcNow());
        return null;
    }
}
