using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Storage.Rows;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Asks owners to accept their items at once, and sends them one reminder a day that lists everything due, until each item is closed,
/// whatever happens to its incident.
/// </summary>
internal sealed class RemindOwners(ItemNotices notices, IOptions<RemindersOptions> options) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await notices.OpenItemsAsync(cancellationToken);
        var sent = await notices.SentAsync(now, cancellationToken);
        var quiet = options.Value.Quiet;
        foreach (var own in items.GroupBy(item => item.Owner))
        {
            foreach (var message in ReminderMessage.Plan(own, quiet, now, sent[own.Key].ToHashSet(StringComparer.Ordinal)))
            {
                var kind = message.IsAsk ? NoticeKind.Ask : NoticeKind.Reminder;
                await notices.SendAsync(
                    message.Owner,
                    message.Key,
                    [.. message.Reminders.Select(reminder => new ItemNotice(reminder.Key, reminder.ActionItemId, kind))],
                    now,
                    cancellationToken);
            }
        }
    }
}
