using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Effects.Reminders;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Storage.Rows;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Asks owners to accept their items at once, and reminds them of everything due, until each item is closed, whatever happens to its
/// incident. Helpers get one message, and are reminded with the owner while an item is overdue.
/// </summary>
internal sealed class RemindOwners(ItemNotices notices, PeopleDirectory people, IOptions<RemindersOptions> options) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await notices.OpenItemsAsync(cancellationToken);
        var sent = await notices.SentAsync(now, cancellationToken);
        var readers = await people.FindAllAsync(
            items.Select(item => item.Owner).Concat(items.SelectMany(item => item.Helpers)).Distinct(), cancellationToken);
        return
        [
            .. items.GroupBy(item => item.Owner)
                .SelectMany(own => OwnersReminders([.. own], readers[own.Key], KeysOf(sent, own.Key), now)),
            .. items.SelectMany(item => item.Helpers, (item, helper) => (Item: item, Helper: helper)).GroupBy(each => each.Helper)
                .Select(helped => HelpersReminder(
                    [.. helped.Select(each => each.Item)], readers[helped.Key], KeysOf(sent, helped.Key), now))
                .OfType<DueReminder>(),
        ];
    }

    private static HashSet<string> KeysOf(ILookup<PersonId, string> sent, PersonId reader) =>
        sent[reader].ToHashSet(StringComparer.Ordinal);

    /// <summary>An item that its owner is asked to accept is in one section only, with the date that it is due.</summary>
    private IEnumerable<DueReminder> OwnersReminders(List<ActionItem> own, Person owner, HashSet<string> sent, DateTimeOffset now)
    {
        var known = own.ToDictionary(item => item.Id);
        var messages = ReminderMessage.Plan(own, options.Value.Quiet, now, sent);
        var asks = messages.FirstOrDefault(message => message.IsAsk);
        var asked = asks?.Reminders.Select(ask => ask.ActionItemId).ToHashSet() ?? [];
        var reminders = messages.Where(message => !message.IsAsk).SelectMany(message => message.Reminders)
            .ToLookup(reminder => asked.Contains(reminder.ActionItemId));
        if (asks is not null)
        {
            yield return ItemNotices.Section(
                owner,
                asks.Key,
                [.. Of(asks.Reminders, NoticeKind.Ask, known), .. Of(reminders[true], NoticeKind.Reminder, known)],
                now) with
            {
                IsAtOnce = asks.Reminders.Any(ask => ask.Kind == ActionReminderKind.AcceptAsk),
            };
        }

        if (reminders[false].Any())
        {
            yield return ItemNotices.Section(
                owner, messages.First(message => !message.IsAsk).Key, [.. Of(reminders[false], NoticeKind.Reminder, known)], now);
        }
    }

    private DueReminder? HelpersReminder(List<ActionItem> helped, Person helper, HashSet<string> sent, DateTimeOffset now)
    {
        var due = helped.Select(item => (Item: item, Reminder: ActionReminders.Help(item, options.Value.Quiet.Calendar, now, sent)))
            .Where(each => each.Reminder is not null)
            .Select(each => (new ItemNotice(each.Reminder!.Key, each.Item.Id, NoticeKind.Helper), each.Item)).ToList();
        return due.Count == 0 || helper.IsDeactivated
            ? null
            : ItemNotices.Section(helper, $"help:{due[0].Item1.Key}:{helper.Id}", due, now);
    }

    private static IEnumerable<(ItemNotice Notice, ActionItem Item)> Of(
        IEnumerable<ActionReminder> reminders, NoticeKind kind, Dictionary<Guid, ActionItem> known) =>
        reminders.Select(reminder => (new ItemNotice(reminder.Key, reminder.ActionItemId, kind), known[reminder.ActionItemId]));
}
