using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class PostMortemRemindersTests
{
    private static readonly HashSet<string> NoneSent = [];

    [Theory]
    [InlineData("2026-03-02 13:59:59", null)]
    [InlineData("2026-03-02 14:00:00", PostMortemReminderKind.AtResolve)]
    [InlineData("2026-03-03 13:59:59", PostMortemReminderKind.AtResolve)]
    [InlineData("2026-03-03 14:00:00", PostMortemReminderKind.DayBefore)]
    [InlineData("2026-03-04 11:59:59", PostMortemReminderKind.DayBefore)]
    [InlineData("2026-03-04 12:00:00", PostMortemReminderKind.TwoHoursBefore)]
    [InlineData("2026-03-04 13:59:59", PostMortemReminderKind.TwoHoursBefore)]
    [InlineData("2026-03-04 14:00:00", PostMortemReminderKind.WhenDue)]
    [InlineData("2026-03-05 13:59:59", PostMortemReminderKind.WhenDue)]
    [InlineData("2026-03-05 14:00:00", PostMortemReminderKind.DayOverdue)]
    [InlineData("2026-03-07 13:59:59", PostMortemReminderKind.DayOverdue)]
    [InlineData("2026-03-07 14:00:00", PostMortemReminderKind.ThreeDaysOverdue)]
    [InlineData("2026-03-08 23:59:59", PostMortemReminderKind.ThreeDaysOverdue)]
    [InlineData("2026-03-09 00:00:00", PostMortemReminderKind.HoldWeekly)]
    [InlineData("2027-03-09 00:00:00", PostMortemReminderKind.HoldWeekly)]
    public void The_newest_reminder_of_a_sev1_is_due(string now, PostMortemReminderKind? expected) =>
        Assert.Equal(expected, PostMortemReminders.Due(RequiredPostMortem(), Utc(now), NoneSent)?.Kind);

    [Fact]
    public void A_reminder_is_sent_once_and_missed_earlier_ones_are_skipped()
    {
        var now = Utc("2026-03-04 14:00");
        var due = PostMortemReminders.Due(RequiredPostMortem(), now, NoneSent);

        Assert.Null(PostMortemReminders.Due(RequiredPostMortem(), now.AddHours(1), new HashSet<string> { due?.Key ?? "" }));
    }

    [Theory]
    [InlineData("2026-03-03 08:00", PostMortemReminderKind.DayBefore)]
    [InlineData("2026-03-02 16:01", PostMortemReminderKind.DayBefore)]
    [InlineData("2026-03-02 16:00", PostMortemReminderKind.TwoHoursBefore)]
    [InlineData("2026-03-04 09:00", PostMortemReminderKind.AtResolve)]
    [Trait("Requirement", "R35")]
    public void A_meeting_soon_after_the_resolve_gets_its_reminder_at_once(string meeting, PostMortemReminderKind expected)
    {
        var postMortem = RequiredPostMortem();
        postMortem.Schedule(new MeetingDetails(Utc(meeting), TimeSpan.FromHours(1), null, []), Ana, Utc("2026-03-02 14:00"));

        Assert.Equal(expected, PostMortemReminders.Due(postMortem, Utc("2026-03-02 14:00"), NoneSent)?.Kind);
    }

    [Fact]
    public void Only_the_last_reminder_goes_to_the_incidents_channel() =>
        Assert.Equal(
            [PostMortemReminderKind.ThreeDaysOverdue],
            PostMortemReminders.Schedule(RequiredPostMortem())
                .Where(reminder => reminder.Audience == PostMortemAudience.Announcements).Select(reminder => reminder.Kind));

    [Fact]
    public void A_recommended_post_mortem_gets_one_reminder_and_an_optional_one_none()
    {
        var nudge = Assert.Single(PostMortemReminders.Schedule(PostMortemOf(PostMortemNeed.Recommended, TimeSpan.FromDays(7))));

        Assert.Equal("2026-03-08 14:00", Text(nudge.At));
        Assert.Empty(PostMortemReminders.Schedule(PostMortemOf(PostMortemNeed.Optional, TimeSpan.FromDays(14))));
    }

    [Fact]
    public void A_week_lasts_seven_times_24_hours_even_when_the_clocks_change()
    {
        var postMortem = PostMortem.Open(Guid.NewGuid(), 13, PostMortemNeed.Required, Utc("2026-03-25 14:00"), TimeSpan.FromDays(7));

        Assert.Equal(
            ["2026-03-25 14:00", "2026-03-31 14:00", "2026-04-01 12:00", "2026-04-01 14:00", "2026-04-02 14:00", "2026-04-04 14:00"],
            PostMortemReminders.Schedule(postMortem).Select(r => Text(r.At)));
    }

    [Fact]
    public void Reminders_count_from_the_scheduled_meeting_and_moving_it_causes_new_ones()
    {
        var postMortem = RequiredPostMortem();
        postMortem.Schedule(Plan("2026-03-04 09:00"), Ana, Resolved);
        var first = PostMortemReminders.Due(postMortem, Utc("2026-03-03 09:00"), NoneSent);

        postMortem.Schedule(Plan("2026-03-04 10:00"), Ana, Resolved);
        var second = PostMortemReminders.Due(postMortem, Utc("2026-03-03 10:00"), new HashSet<string> { first?.Key ?? "" });

        Assert.Equal(PostMortemReminderKind.DayBefore, first?.Kind);
        Assert.Equal(PostMortemReminderKind.DayBefore, second?.Kind);
        Assert.NotEqual(first?.Key, second?.Key);
    }

    [Theory]
    [Trait("Requirement", "R115")]
    [InlineData("2026-03-05 08:59:59", null)]
    [InlineData("2026-03-05 09:00:00", PostMortemReminderKind.DraftDue)]
    [InlineData("2026-03-10 09:00:00", PostMortemReminderKind.PublishSoon)]
    [InlineData("2026-03-11 08:59:59", PostMortemReminderKind.PublishSoon)]
    [InlineData("2026-03-11 09:00:00", PostMortemReminderKind.PublishDue)]
    public void After_the_meeting_reminders_are_only_about_the_write_up(string now, PostMortemReminderKind? expected)
    {
        var postMortem = RequiredPostMortem();
        postMortem.MarkHeld(true, Ana, Utc("2026-03-04 09:00"));

        Assert.Equal(expected, PostMortemReminders.Due(postMortem, Utc(now), NoneSent)?.Kind);
    }

    [Theory]
    [Trait("Requirement", "R116")]
    [Trait("Requirement", "D17")]
    [InlineData("2026-03-07 09:59:59", null)]
    [InlineData("2026-03-07 10:00:00", PostMortemReminderKind.CorrectionsOver)]
    public void The_correction_period_ends_two_days_after_the_draft(string now, PostMortemReminderKind? expected)
    {
        var postMortem = RequiredPostMortem();
        postMortem.MarkHeld(true, Ana, Utc("2026-03-04 09:00"));
        postMortem.MarkDrafted(Ana, Utc("2026-03-05 10:00"));

        Assert.Equal(expected, PostMortemReminders.Due(postMortem, Utc(now), NoneSent)?.Kind);
    }

    [Fact]
    public void Sharing_the_draft_ends_its_reminder_and_after_publishing_only_the_sharing_reminder_remains()
    {
        var postMortem = WithGapAndFactor();
        postMortem.MarkHeld(true, Ana, Utc("2026-03-04 09:00"));
        postMortem.MarkDrafted(Ana, Utc("2026-03-04 10:00"));
        Assert.Null(PostMortemReminders.Due(postMortem, Utc("2026-03-06 09:00"), NoneSent));

        postMortem.Publish(Completeness.Of(postMortem, 4, 1, 1), Ana, Utc("2026-03-06 09:00"));

        Assert.Equal(PostMortemReminderKind.ShareSoon, Assert.Single(PostMortemReminders.Schedule(postMortem)).Kind);
    }

    [Theory]
    [Trait("Requirement", "R118")]
    [InlineData("2026-03-12 08:59:59", false, false)]
    [InlineData("2026-03-12 09:00:00", false, true)]
    [InlineData("2026-03-12 09:00:00", true, false)]
    public void Six_days_after_publishing_there_is_a_reminder_unless_both_sharing_steps_are_done(string now, bool bothDone, bool isDue)
    {
        var postMortem = WithGapAndFactor();
        postMortem.Publish(Completeness.Of(postMortem, 4, 1, 1), Ana, Utc("2026-03-06 09:00"));
        postMortem.WriteUp.Share(SharingStep.Leadership, [Ben], null, Ana, Utc("2026-03-06 10:00"));
        if (bothDone)
        {
            postMortem.WriteUp.Share(SharingStep.RelatedTeams, [], "No other team has a queue", Ana, Utc("2026-03-06 10:00"));
        }

        Assert.Equal(isDue, PostMortemReminders.Due(postMortem, Utc(now), NoneSent)?.Kind == PostMortemReminderKind.ShareSoon);
    }

    [Fact]
    public void Waiving_or_reopening_stops_reminders_and_the_next_resolve_starts_new_ones()
    {
        var postMortem = RequiredPostMortem();
        var before = PostMortemReminders.Schedule(postMortem).Select(r => r.Key).ToHashSet();
        postMortem.StopClock(Ana, Utc("2026-03-03 08:00"));
        Assert.Empty(PostMortemReminders.Schedule(postMortem));

        postMortem.RestartClock(PostMortemNeed.Required, Utc("2026-03-03 20:00"), TimeSpan.FromHours(48), Ana);

        Assert.DoesNotContain(PostMortemReminders.Schedule(postMortem), r => before.Contains(r.Key));
        Assert.Equal(
            "2026-03-05 20:00", Text(PostMortemReminders.Schedule(postMortem).Single(r => r.Kind == PostMortemReminderKind.WhenDue).At));
        postMortem.Waive("Runbook was followed", Ana, Utc("2026-03-03 21:00"));
        Assert.Empty(PostMortemReminders.Schedule(postMortem));
    }

    [Fact]
    public void The_lead_and_the_facilitator_are_reminded_otherwise_the_declarer()
    {
        var declarer = new PersonId("U0DEC");

        Assert.Equal([Ana, Ben], PostMortemReminders.Responsible(Ana, Ben, declarer));
        Assert.Equal([Ana], PostMortemReminders.Responsible(Ana, Ana, declarer));
        Assert.Equal([Ben], PostMortemReminders.Responsible(null, Ben, declarer));
        Assert.Equal([declarer], PostMortemReminders.Responsible(null, null, declarer));
    }

    [Theory]
    [InlineData("2026-03-15 23:59", "2026-03-09 00:00")]
    [InlineData("2026-03-16 00:00", "2026-03-16 00:00")]
    [InlineData("2027-03-09 00:00", "2027-03-08 00:00")]
    public void An_overdue_post_mortem_is_reminded_of_every_monday(string now, string expected) =>
        Assert.Equal(expected, Text(PostMortemReminders.Due(RequiredPostMortem(), Utc(now), NoneSent)!.At));

    [Theory]
    [InlineData("2026-03-04 14:00:00", null)]
    [InlineData("2026-03-04 14:00:01", "2026-03-04 14:00")]
    public void A_post_mortem_is_overdue_from_its_deadline(string now, string? expected) =>
        Assert.Equal(
            expected, PostMortemClock.OverdueSince(RequiredPostMortem(), Utc(now)) is { } since ? Text(since) : null);

    [Theory]
    [InlineData(PostMortemNeed.Required, true)]
    [InlineData(PostMortemNeed.Recommended, false)]
    [InlineData(PostMortemNeed.Optional, false)]
    public void Only_a_meeting_that_is_owed_can_be_overdue(PostMortemNeed need, bool expected)
    {
        var postMortem = RequiredPostMortem();
        postMortem.RestartClock(need, Utc("2026-03-02 14:00"), TimeSpan.FromHours(48), Ana);

        Assert.Equal(expected, PostMortemClock.OverdueSince(postMortem, Utc("2026-04-02 14:00")) is not null);
    }
}
