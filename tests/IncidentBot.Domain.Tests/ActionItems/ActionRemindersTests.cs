using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.ActionItems.Examples;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.ActionItems;

public sealed class ActionRemindersTests
{
    private static readonly QuietHours Quiet = new(WorkCalendar.WithoutHolidays);
    private static readonly HashSet<string> Nothing = [];

    // Due on Friday 2026-03-27; daylight saving time begins in Berlin on the following Sunday.
    [Fact]
    public void Reminders_follow_the_owners_clock_through_daylight_saving_and_never_end()
    {
        var reminders = ActionReminders.Schedule(Item(), WorkCalendar.WithoutHolidays, Utc("2026-04-30 00:00"));

        Assert.Equal(
            [
                (ActionReminderKind.WeekBefore, "2026-03-20 08:30"),
                (ActionReminderKind.TwoDaysBefore, "2026-03-25 08:30"),
                (ActionReminderKind.OnTheDay, "2026-03-27 08:30"),
                (ActionReminderKind.Overdue, "2026-04-01 07:30"),
                (ActionReminderKind.Overdue, "2026-04-06 07:30"),
                (ActionReminderKind.Overdue, "2026-04-09 07:30"),
                (ActionReminderKind.OverdueWeekly, "2026-04-13 07:30"),
                (ActionReminderKind.OverdueWeekly, "2026-04-20 07:30"),
                (ActionReminderKind.OverdueWeekly, "2026-04-27 07:30"),
            ],
            reminders.Select(reminder => (reminder.Kind, Text(reminder.At))));

        // Every Monday of the year that follows.
        var aYearLater = ActionReminders.Schedule(Item(), WorkCalendar.WithoutHolidays, Utc("2027-04-30 00:00"));
        Assert.Equal(55, aYearLater.Count(reminder => reminder.Kind == ActionReminderKind.OverdueWeekly));
    }

    [Theory]
    [InlineData("2026-03-16", false)]
    [InlineData("2026-03-17", true)]
    public void The_week_before_reminder_needs_a_due_date_more_than_14_days_away(string due, bool expected) =>
        Assert.Equal(expected, Kinds(Item(due)).Contains(ActionReminderKind.WeekBefore));

    [Theory]
    [InlineData("2026-03-03", "2026-03-03 08:30")]
    [InlineData("2026-03-04", "2026-03-04 08:30")]
    [InlineData("2026-03-05", "2026-03-03 08:30")]
    [InlineData("2026-03-02", "2026-03-05 08:30")]
    public void Reminders_from_before_the_item_was_created_are_left_out(string due, string first) =>
        Assert.Equal(first, Text(ActionReminders.Schedule(Item(due), WorkCalendar.WithoutHolidays, Utc("2026-12-01 00:00"))[0].At));

    [Fact]
    public void A_due_date_on_a_day_off_is_reminded_of_on_the_working_day_before()
    {
        var reminders = ActionReminders.Schedule(Item("2026-03-15"), new WorkCalendar([Day("2026-03-16")]), Utc("2026-03-20 00:00"));

        Assert.Equal("2026-03-13 08:30", Text(reminders.Single(reminder => reminder.Kind == ActionReminderKind.OnTheDay).At));
        Assert.Equal("2026-03-19 08:30", Text(reminders.Single(reminder => reminder.Kind == ActionReminderKind.Overdue).At));
    }

    [Fact]
    public void A_reminder_on_a_monday_off_moves_to_tuesday() =>
        Assert.Contains(
            ActionReminders.Schedule(Item(), new WorkCalendar([Day("2026-04-13")]), Utc("2026-04-16 00:00")),
            reminder => (reminder.Kind, Text(reminder.At)) == (ActionReminderKind.OverdueWeekly, "2026-04-14 07:30"));

    [Theory]
    [InlineData("2026-03-27 08:29:59", ActionReminderKind.TwoDaysBefore)]
    [InlineData("2026-03-27 08:30:00", ActionReminderKind.OnTheDay)]
    [InlineData("2026-03-27 17:00:00", null)]
    [InlineData("2026-03-28 10:00:00", null)]
    [InlineData("2026-03-30 06:59:59", null)]
    [InlineData("2026-03-30 07:00:00", ActionReminderKind.OnTheDay)]
    [InlineData("2026-04-15 10:00:00", ActionReminderKind.OverdueWeekly)]
    public void Of_missed_reminders_only_the_newest_is_sent_and_never_in_quiet_hours(string now, ActionReminderKind? expected) =>
        Assert.Equal(expected, ActionReminders.Remind(Item(), Quiet, Utc(now), Nothing)?.Kind);

    [Fact]
    public void No_reminder_is_sent_twice_or_for_a_closed_item()
    {
        var item = Item();
        var now = Utc("2026-03-27 09:00");
        var first = ActionReminders.Remind(item, Quiet, now, Nothing);
        Assert.Null(ActionReminders.Remind(item, Quiet, now, new HashSet<string> { first?.Key ?? "" }));

        item.Complete(Ana, Rights, now);

        Assert.Null(ActionReminders.Remind(item, Quiet, Utc("2026-06-01 10:00"), Nothing));
        Assert.Null(ActionReminders.Escalate(item, WorkCalendar.WithoutHolidays, Utc("2026-06-01 10:00"), Nothing));
        Assert.False(ActionReminders.IsListedInDigest(item, Utc("2026-06-01 10:00")));
    }

    [Fact]
    public void A_snooze_delays_reminders_until_its_end()
    {
        var item = Item();
        item.Snooze(SnoozeLength.ThreeDays, Ana, Rights, Utc("2026-03-24 15:00"));

        Assert.Null(ActionReminders.Remind(item, Quiet, Utc("2026-03-25 09:00"), Nothing));
        Assert.Equal(ActionReminderKind.OnTheDay, ActionReminders.Remind(item, Quiet, Utc("2026-03-27 08:30"), Nothing)?.Kind);

        item.Snooze(SnoozeLength.ThreeDays, Ana, Rights, Utc("2026-03-27 15:00"));
        Assert.Null(ActionReminders.Remind(item, Quiet, Utc("2026-03-30 07:29"), Nothing));
        Assert.Equal(ActionReminderKind.AfterSnooze, ActionReminders.Remind(item, Quiet, Utc("2026-03-30 07:30"), Nothing)?.Kind);
    }

    [Theory]
    [InlineData("2026-03-02 10:00:00", ActionReminderKind.AcceptAsk)]
    [InlineData("2026-03-02 16:59:59", ActionReminderKind.AcceptAsk)]
    [InlineData("2026-03-02 17:00:00", null)]
    [InlineData("2026-03-03 09:59:59", ActionReminderKind.AcceptAsk)]
    [InlineData("2026-03-03 10:00:00", ActionReminderKind.AcceptAskAgain)]
    public void The_owner_is_asked_at_once_and_again_after_a_day(string now, ActionReminderKind? expected) =>
        Assert.Equal(expected, ActionReminders.Ask(Item(accepted: false), Quiet, Utc(now), Nothing)?.Kind);

    [Fact]
    public void An_owner_who_answered_is_not_asked_again()
    {
        var now = Utc("2026-03-03 10:00");
        var proposed = Item(accepted: false);
        proposed.ProposeDate(Day("2026-04-01"), "on leave", Ana, Created);
        var declined = Item(accepted: false);
        declined.Decline(Ana, Created);

        Assert.Null(ActionReminders.Ask(Item(), Quiet, now, Nothing));
        Assert.Null(ActionReminders.Ask(proposed, Quiet, now, Nothing));
        Assert.Null(ActionReminders.Ask(declined, Quiet, now, Nothing));
        Assert.Equal(ActionReminderKind.OwnerWanted, ActionReminders.Escalate(declined, Quiet.Calendar, now, Nothing)?.Kind);
    }

    [Theory]
    [InlineData("2026-04-03 07:29:59", false)]
    [InlineData("2026-04-03 07:30:00", true)]
    public void An_item_seven_days_overdue_is_escalated_once(string now, bool expected)
    {
        var item = Item();

        var escalation = ActionReminders.Escalate(item, WorkCalendar.WithoutHolidays, Utc(now), Nothing);

        Assert.Equal(expected ? ActionReminderKind.FacilitatorBroughtIn : null, escalation?.Kind);
        Assert.Null(ActionReminders.Escalate(item, WorkCalendar.WithoutHolidays, Utc(now), new HashSet<string> { escalation?.Key ?? "" }));
    }

    [Theory]
    [InlineData("2026-04-09 21:59:59", false)]
    [InlineData("2026-04-09 22:00:00", true)]
    public void An_item_fourteen_days_overdue_is_in_the_digest(string now, bool expected) =>
        Assert.Equal(expected, ActionReminders.IsListedInDigest(Item(), Utc(now)));

    [Fact]
    public void A_proposed_date_and_a_declined_item_are_brought_up_until_someone_answers()
    {
        var (proposed, declined) = (Item(accepted: false), Item(accepted: false));
        proposed.ProposeDate(Day("2026-04-10"), "vendor", Ana, Created);
        declined.Decline(Ana, Created);

        foreach (var (item, kind) in new[]
        {
            (proposed, ActionReminderKind.DateProposed), (declined, ActionReminderKind.OwnerWanted),
        })
        {
            var first = ActionReminders.Escalate(item, WorkCalendar.WithoutHolidays, Created, Nothing);
            var later = ActionReminders.Escalate(
                item, WorkCalendar.WithoutHolidays, Created.AddDays(300), new HashSet<string> { first?.Key ?? "" });

            Assert.Equal((kind, kind), (first?.Kind, later?.Kind));
        }
    }

    [Fact]
    public void A_new_due_date_starts_new_reminders()
    {
        var item = Item();
        item.NewDate(Day("2026-05-29"), "vendor", Ana, Rights, Utc("2026-04-20 10:00"));

        Assert.Equal("2026-05-22 07:30", Text(ActionReminders.Schedule(item, WorkCalendar.WithoutHolidays, Utc("2026-07-01 00:00"))[0].At));
    }

    private static List<ActionReminderKind> Kinds(ActionItem item) =>
        [.. ActionReminders.Schedule(item, WorkCalendar.WithoutHolidays, Utc("2026-12-01 00:00")).Select(reminder => reminder.Kind)];
}
