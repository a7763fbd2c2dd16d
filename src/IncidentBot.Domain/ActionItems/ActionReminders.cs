using System.Globalization;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.ActionItems;

/// <summary>
/// When the reminders of an action item are due: until it is closed, whatever happens to its incident.
/// They are due in the owner's zone, at <see cref="ActionItem.ReminderTime"/>. Up to the due date, a reminder on a day off moves to
/// the working day before; after the due date, to the one after. There are three independent series: asking the owner to accept,
/// reminding the owner, and informing others. Each sends only its newest due reminder. A snooze pauses the owner's two series.
/// </summary>
public static class ActionReminders
{
    /// <summary>The request to accept the item that the owner should get now.</summary>
    /// <param name="item">The action.</param>
    /// <param name="quiet">Quiet hours, in the owner's zone.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sent">The keys of the reminders sent for this item.</param>
    /// <returns>Null when the item is accepted, declined, snoozed or closed, another date is proposed, or it is quiet.</returns>
    public static ActionReminder? Ask(ActionItem item, QuietHours quiet, DateTimeOffset now, IReadOnlySet<string> sent) =>
        IsSilent(item, quiet, now) || item is { AcceptedAt: not null } or { ProposedDate: not null }
            ? null
            : Newest(
                [
                    One(item, ActionReminderKind.AcceptAsk, item.AssignedAt),
                    One(item, ActionReminderKind.AcceptAskAgain, item.AssignedAt.AddHours(24)),
                ],
                now, sent);

    /// <summary>The reminder of the due date that the owner should get now.</summary>
    /// <param name="item">The action.</param>
    /// <param name="quiet">Quiet hours, in the owner's zone.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sent">The keys of the reminders sent for this item.</param>
    /// <returns>Null when none is due, the newest was sent, the item is closed, snoozed or declined, or it is quiet.</returns>
    public static ActionReminder? Remind(ActionItem item, QuietHours quiet, DateTimeOffset now, IReadOnlySet<string> sent) =>
        IsSilent(item, quiet, now) ? null : Newest(Schedule(item, quiet.Calendar, now), now, sent);

    /// <summary>
    /// The reminder that others should get now: the item needs an owner, a proposed date waits for an answer, or it is 7 days overdue. The
    /// sender respects the reader's quiet hours.
    /// </summary>
    /// <param name="item">The action.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sent">The keys of the reminders sent for this item.</param>
    /// <returns>Null when none is due or the newest was sent.</returns>
    public static ActionReminder? Escalate(ActionItem item, WorkCalendar calendar, DateTimeOffset now, IReadOnlySet<string> sent)
    {
        if (item.IsClosed)
        {
            return null;
        }

        return Newest(
            item switch
            {
                { NeedsOwner: true, DeclinedAt: { } declined } =>
                    UntilAnswered(item, calendar, declined, ActionReminderKind.OwnerWanted, now),
                { ProposedAt: { } proposed } => UntilAnswered(item, calendar, proposed, ActionReminderKind.DateProposed, now),
                _ => [OnDay(item, ActionReminderKind.FacilitatorBroughtIn, calendar.OnOrAfter(item.DueDate.AddDays(7)))],
            },
            now,
            sent);
    }

    /// <summary>What someone who helps should hear now: once that they help, and then of each reminder while it is overdue.</summary>
    /// <param name="item">The action.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sent">The keys of the reminders that they got for this item.</param>
    /// <returns>Null when nothing is due or the newest was sent.</returns>
    public static ActionReminder? Help(ActionItem item, WorkCalendar calendar, DateTimeOffset now, IReadOnlySet<string> sent)
    {
        if (item.IsClosed)
        {
            return null;
        }

        var overdue = item.NeedsOwner || item.SnoozedUntil > now
            ? []
            : Schedule(item, calendar, now)
                .Where(reminder => reminder.Kind is ActionReminderKind.Overdue or ActionReminderKind.OverdueWeekly);
        return Newest(overdue.Prepend(One(item, ActionReminderKind.Helping, item.CreatedAt)), now, sent);
    }

    private static IEnumerable<ActionReminder> UntilAnswered(
        ActionItem item, WorkCalendar calendar, DateTimeOffset since, ActionReminderKind kind, DateTimeOffset until) =>
        Chase(item, calendar, Day(item, since), kind, kind, until).Prepend(One(item, kind, since));

    /// <summary>
    /// Whether the weekly digest in #incidents lists it (never with its owner): from 14 days overdue, or 7 days without an owner.
    /// </summary>
    /// <param name="item">The action.</param>
    /// <param name="now">UTC.</param>
    public static bool IsListedInDigest(ActionItem item, DateTimeOffset now) =>
        !item.IsClosed
        && (Day(item, now) >= item.DueDate.AddDays(14) || (item.NeedsOwner && item.DeclinedAt <= now.AddDays(-7)));

    /// <summary>
    /// The reminders of its due date up to an instant, in order. None is from before the due date or the owner was last
    /// changed.
    /// </summary>
    /// <param name="item">The action item. A snooze adds a reminder; it does not matter whether the item is closed.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <param name="until">The last instant to look at, UTC.</param>
    public static IReadOnlyList<ActionReminder> Schedule(ActionItem item, WorkCalendar calendar, DateTimeOffset until)
    {
        var daysAhead = item.DueDate.DayNumber - Day(item, item.DueSetAt).DayNumber;
        var before = new List<ActionReminder>
        {
            OnDay(item, ActionReminderKind.TwoDaysBefore, calendar.OnOrBefore(item.DueDate.AddDays(-2))),
            OnDay(item, ActionReminderKind.OnTheDay, calendar.OnOrBefore(item.DueDate)),
        };
        if (daysAhead > 14)
        {
            before.Add(OnDay(item, ActionReminderKind.WeekBefore, calendar.OnOrBefore(item.DueDate.AddDays(-7))));
        }

        if (item.SnoozedUntil is { } end)
        {
            before.Add(One(item, ActionReminderKind.AfterSnooze, end));
        }

        return
        [
            .. before.Concat(Chase(item, calendar, item.DueDate, ActionReminderKind.Overdue, ActionReminderKind.OverdueWeekly, until))
                .Where(reminder => reminder.At > item.DueSetAt && reminder.At <= until)
                .OrderBy(reminder => reminder.At)
                .ThenBy(reminder => reminder.Kind == ActionReminderKind.AfterSnooze ? 0 : (int)reminder.Kind),
        ];
    }

    /// <summary>Every third working day, three times, then every Monday without end.</summary>
    private static IEnumerable<ActionReminder> Chase(
        ActionItem item, WorkCalendar calendar, DateOnly from, ActionReminderKind first, ActionReminderKind then, DateTimeOffset until)
    {
        var day = from;
        for (var round = 1; round <= 3; round++)
        {
            day = calendar.AddWorkingDays(day, 3);
            yield return OnDay(item, first, day);
        }

        for (var monday = NextMonday(day); Morning(item, monday) <= until; monday = monday.AddDays(7))
        {
            yield return OnDay(item, then, calendar.OnOrAfter(monday));
        }
    }

    private static DateOnly NextMonday(DateOnly day) => day.AddDays((DayOfWeek.Monday - day.DayOfWeek + 6) % 7 + 1);

    private static ActionReminder? Newest(IEnumerable<ActionReminder> reminders, DateTimeOffset now, IReadOnlySet<string> sent) =>
        reminders.LastOrDefault(reminder => reminder.At <= now) is { } newest && !sent.Contains(newest.Key) ? newest : null;

    private static bool IsSilent(ActionItem item, QuietHours quiet, DateTimeOffset now) =>
        item.IsClosed || item.NeedsOwner || item.SnoozedUntil > now || quiet.IsQuiet(now, item.DueZone);

    private static ActionReminder OnDay(ActionItem item, ActionReminderKind kind, DateOnly day) => One(item, kind, Morning(item, day));

    private static ActionReminder One(ActionItem item, ActionReminderKind kind, DateTimeOffset at) =>
        new(string.Create(CultureInfo.InvariantCulture, $"action:{item.Id:N}:{kind}:{at.ToUnixTimeSeconds()}"), item.Id, kind, at);

    private static DateTimeOffset Morning(ActionItem item, DateOnly day) =>
        Zones.ToUtc(day.ToDateTime(ActionItem.ReminderTime), Zones.Find(item.DueZone));

    private static DateOnly Day(ActionItem item, DateTimeOffset instant) => Zones.DateIn(instant, Zones.Find(item.DueZone));
}
