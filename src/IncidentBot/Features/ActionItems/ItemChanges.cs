using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Changes an action item and saves it, with whatever else was to be saved.
/// </summary>
internal sealed class ItemChanges(IncidentDb db, TimeProvider time)
{
    public async Task<Result> ApplyAsync(
        OpenedItem opened, PersonId by, Func<DateTimeOffset, Result> decide, CancellationToken cancellationToken)
    {
        var item = opened.Item;
        var (version, wasDone) = (item.Version, item.State == ActionState.Done);
        var result = decide(time.GetUtcNow());
        if (!result.Ok || item.Version == version)
        {
            return result;
        }

        if (!wasDone && item.State == ActionState.Done)
        {
            await SayAsync(
                item.IncidentNumber,
                Mrkdwn.Text($":white_check_mark: Action item done: {item.Text} (by {Mrkdwn.User(by.Value)})"),
                cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return result;
    }

    /// <summary>One line in the incident's channel, as long as people can read it there.</summary>
    public async Task SayAsync(int incidentNumber, Mrkdwn line, CancellationToken cancellationToken)
    {
        var isGone = await db.Channels.AnyAsync(
            channel =>
                channel.IncidentNumber == incidentNumber && ((channel.OwnId == null && channel.BorrowedId == null) || channel.IsArchived),
                cancellationToken);
        if (!isGone)
        {
            db.Enqueue(
                Lane.Incident(incidentNumber),
                new Post(Address.Incident(incidentNumber), MessageContent.Paragraph(line)),
                time.GetUtcNow());
        }
    }
}
