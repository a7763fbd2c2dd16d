using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Declare;

/// <summary>Borrows a channel for an incident whose own could not be created.</summary>
internal sealed class BorrowedChannel(IncidentDb db, ChannelVisibility visibility, ISlackApi slack, TimeProvider time)
{
    /// <summary>Borrows the channel and has it read from the declaration on. The caller saves.</summary>
    /// <returns>Why the channel can't be used; null when it is borrowed.</returns>
    public async Task<Mrkdwn?> BorrowAsync(Incident incident, IncidentChannel channel, string id, CancellationToken cancellationToken)
    {
        if ((await db.OwnersOfAsync(id, cancellationToken)).IncidentForCommands is { } taken)
        {
            return Mrkdwn.Text($"{Mrkdwn.Channel(id)} already belongs to incident {taken}. Press *Try again* to create a new one.");
        }

        var info = await slack.SendAsync(new ConversationsInfo(id), cancellationToken);
        if (!info.Ok || !info.Value.Channel.IsMember)
        {
            return Mrkdwn.Text($"I'm not in {Mrkdwn.Channel(id)}. Type `/invite` with my name there, then press *Use that channel* again.");
        }

        var shown = info.Value.Channel;
        if (incident.IsPrivate && !shown.IsPrivate)
        {
            return Mrkdwn.Text($"The incident is private and {Mrkdwn.Channel(id)} is not. Press *Try again* to create a private channel.");
        }

        channel.Borrow(id, shown.Name);
        visibility.Apply(incident, shown.IsPrivate);
        db.Enqueue(Lane.Reading(incident.Number), new ReadChannel(incident.Number), time.GetUtcNow());
        return null;
    }
}
