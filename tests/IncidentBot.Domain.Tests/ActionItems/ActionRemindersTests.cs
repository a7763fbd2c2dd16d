using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.ActionItems.Examples;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.ActionItems;

public sealed class ActionRemindersTests
{
    private static readonly QuietHours Quiet = new(WorkCalendar.WithoutHolidays);
    private static readonly HashSet<string> Nothing = [];

    // Due on Friday 2026-03-27; summer time begins in Berlin on the Sunday after it.
    [Fact]
    public void The_ladder_follows_the_owners_wall_across_summer_time_and_never_ends()
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
    }

    [Theory]
    [InlineData("2026-03-16", false)]
    [InlineData("2026-03-17", true)]
    public void A_week_before_is_for_dates_more_than_14_days_away(string due, bool expected) =>
        Assert.Equal(expected, Kinds(Item(due)).Contains(ActionReminderKind.WeekBefore));

    [Theory]
    [InlineData("2026-03-03", "2026-03-03 08:30")]
    [InlineData("2026-03-04", "2026-03-04 08:30")]
    [InlineData("2026-03-05", "2026-03-03 08:30")]
    [InlineData("2026-03-02", "2026-03-05 08:30")]
    public void What_would_have_been_before_it_was_created_is_left_out(string due, string first) =>
        Assert.Equal(first, Text(ActionReminders.Schedule(Item(due), WorkCalendar.WithoutHolidays, Utc("2026-12-01 00:00"))[0].At));

    [Fact]
    public void A_due_date_on_a_free_day_is_reminded_on_the_working_day_before()
    {
        var reminders = ActionReminders.Schedule(Item("2026-03-15"), new WorkCalendar([Day("2026-03-16")]), Utc("2026-03-20 00:00"));

        Assert.Equal("2026-03-13 08:30", Text(reminders.Single(reminder => reminder.Kind == ActionReminderKind.OnTheDay).At));
        Assert.Equal("2026-03-19 08:30", Text(reminders.Single(reminder => reminder.Kind == ActionReminderKind.Overdue).At));
    }

    [Fact]
    public void A_monday_that_is_free_moves_to_the_tuesday() =>
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
    public void Of_what_was_missed_only_the_newest_goes_and_never_in_quiet_hours(string now, ActionReminderKind? expected) =>
        Assert.Equal(expected, ActionReminders.Remind(Item(), Quiet, Utc(now), Nothing)?.Kind);

    [Fact]
    public void What_was_sent_is_not_sent_again_and_what_is_closed_is_not_reminded_of()
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
    public void After_a_snooze_nothing_comes_before_its_end_and_something_at_its_end()
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
    public void Who_answered_is_not_asked_again()
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
    public void Seven_days_overdue_brings_in_the_facilitator_once(string now, bool expected)
    {
        var item = Item();

        var escalation = ActionReminders.Escalate(item, WorkCalendar.WithoutHolidays, Utc(now), Nothing);

        Assert.Equal(expected ? ActionReminderKind.FacilitatorBroughtIn : null, escalation?.Kind);
        Assert.Null(ActionReminders.Escalate(item, WorkCalendar.WithoutHolidays, Utc(now), new HashSet<string> { escalation?.Key ?? "" }));
    }

    [Theory]
    [InlineData("2026-04-09 21:59:59", false)]
    [InlineData("2026-04-09 22:00:00", true)]
    public void Fourteen_days_overdue_lists_it_in_the_digest(string now, bool expected) =>
        Assert.Equal(expected, ActionReminders.IsListedInDigest(Item(), Utc(now)));

    [Fact]
    public void A_new_date_starts_a_new_ladder()
    {
        var item = Item();
        item.NewDate(Day("2026-05-29"), "vendor", Ana, Rights, Utc("2026-04-20 10:00"));

        Assert.Equal("2026-05-22 07:30", Text(ActionReminders.Schedule(item, WorkCalendar.WithoutHolidays, Utc("2026-07-01 00:00"))[0].At));
    }

    private static List<ActionReminderKind> Kinds(ActionItem item) =>
        [.. ActionReminders.Schedule(item, WorkCalendar.WithoutHolidays, Utc("2026-12-01 00:00")).Select(reminder => reminder.Kind)];
}
