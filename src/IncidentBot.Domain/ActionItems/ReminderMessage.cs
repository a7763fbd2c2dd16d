using System.Globalization;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.ActionItems;

/// <summary>One DM to an owner about one or more of their action items.</summary>
/// <param name="Owner">Who gets it.</param>
/// <param name="Key">Unique: at most one message is ever sent under it.</param>
/// <param name="IsAsk">True for a request to accept, false for the daily reminder.</param>
/// <param name="Reminders">The reminders in the message, at least one; all count as sent with it.</param>
public sealed record ReminderMessage(PersonId Owner, string Key, bool IsAsk, IReadOnlyList<ActionReminder> Reminders)
{
    /// <summary>The key of an owner's daily reminder.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="localDate">The date in their time zone.</param>
    public static string DayKey(PersonId owner, DateOnly localDate) =>
        string.Create(CultureInfo.InvariantCulture, $"action-day:{owner}:{localDate:yyyyMMdd}");

    /// <summary>
    /// The DMs to send now: for each owner, one with all new requests to accept, and at most one reminder a day with everything
    /// that is due. Requests do not count towards the daily reminder. Anything due after today's reminder waits until tomorrow.
    /// </summary>
    /// <param name="items">Items that are not closed.</param>
    /// <param name="quiet">Quiet hours.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sent">The keys of the reminders and messages sent so far.</param>
    public static IReadOnlyList<ReminderMessage> Plan(
        IEnumerable<ActionItem> items, QuietHours quiet, DateTimeOffset now, IReadOnlySet<string> sent)
    {
        var messages = new List<ReminderMessage>();
        foreach (var own in items.GroupBy(item => item.Owner))
        {
            var asks = own.Select(item => ActionReminders.Ask(item, quiet, now, sent)).OfType<ActionReminder>()
                .OrderBy(ask => ask.Key, StringComparer.Ordinal).ToList();
            if (asks.Count > 0)
            {
                messages.Add(new ReminderMessage(own.Key, $"ask:{asks[0].Key}", true, asks));
            }

            var today = Zones.DateIn(now, Zones.Find(own.MaxBy(item => item.AssignedAt)?.DueZone));
            var reminders = own.Select(item => ActionReminders.Remind(item, quiet, now, sent)).OfType<ActionReminder>().ToList();
            if (reminders.Count > 0 && !sent.Contains(DayKey(own.Key, today)))
            {
                messages.Add(new ReminderMessage(own.Key, DayKey(own.Key, today), false, reminders));
            }
        }

        return messages;
    }
}
