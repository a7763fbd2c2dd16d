using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>Changes an action item and saves it, together with any other pending changes.</summary>
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
            await PostInChannelAsync(
                item.IncidentNumber,
                Mrkdwn.Text($":white_check_mark: Action item done: {item.Text} (by {Mrkdwn.User(by.Value)})"),
                cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return result;
    }

    /// <summary>Posts one line in the incident's channel, unless the incident has none or it is archived.</summary>
    public async Task PostInChannelAsync(int incidentNumber, Mrkdwn line, CancellationToken cancellationToken)
    {
        var hasNoChannel = await db.Channels.AnyAsync(
            channel =>
                channel.IncidentNumber == incidentNumber && ((channel.OwnId == null && channel.BorrowedId == null) || channel.IsArchived),
                cancellationToken);
        if (!hasNoChannel)
        {
            db.Enqueue(
                Lane.Incident(incidentNumber),
                new Post(Address.Incident(incidentNumber), MessageContent.Paragraph(line)),
                time.GetUtcNow());
        }
    }
}
