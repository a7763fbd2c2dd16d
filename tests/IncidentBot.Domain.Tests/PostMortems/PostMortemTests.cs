using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class PostMortemTests
{
    [Theory]
    [InlineData("2026-03-04 13:59:59", false, 1)]
    [InlineData("2026-03-04 14:00:00", false, 0)]
    [InlineData("2026-03-04 14:00:01", true, -1)]
    public void A_sev1_post_mortem_is_overdue_one_second_after_48_hours(string now, bool overdue, int secondsLeft)
    {
        Assert.Equal(overdue, PostMortemClock.IsOverdue(RequiredPostMortem(), Utc(now)));
        Assert.Equal(TimeSpan.FromSeconds(secondsLeft), PostMortemClock.TimeLeft(RequiredPostMortem(), Utc(now)));
    }

    [Theory]
    [InlineData("2026-03-04 14:00:00", true)]
    [InlineData("2026-03-04 14:00:01", false)]
    public void A_meeting_at_the_deadline_is_in_time_and_one_second_later_it_is_not(string held, bool inTime)
    {
        var postMortem = RequiredPostMortem();

        postMortem.MarkHeld(true, Ana, Utc(held));

        Assert.Equal(inTime, PostMortemClock.WasHeldInTime(postMortem));
        Assert.False(PostMortemClock.IsOverdue(postMortem, Utc("2026-04-01 00:00")));
        Assert.Equal(PostMortemState.Held, postMortem.State);
    }

    [Fact]
    public void A_post_mortem_cannot_be_held_while_the_incident_is_open()
    {
        var postMortem = RequiredPostMortem();

        Assert.False(postMortem.MarkHeld(false, Ana, Resolved).Ok);

        Assert.Equal((PostMortemState.Due, 1), (postMortem.State, postMortem.Version));
    }

    [Fact]
    public void A_new_severity_moves_the_deadline_and_is_recorded_once()
    {
        var postMortem = RequiredPostMortem(TimeSpan.FromDays(7));

        postMortem.ChangeNeed(PostMortemNeed.Required, TimeSpan.FromHours(48), Ana, Resolved);
        postMortem.ChangeNeed(PostMortemNeed.Required, TimeSpan.FromHours(48), Ana, Resolved);

        Assert.Equal(Utc("2026-03-04 14:00"), postMortem.DueAt);
        Assert.Equal("required -> required, due 2026-03-04 14:00 UTC", postMortem.History[^1].What);
        Assert.Equal(2, postMortem.Version);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("Known vendor outage", true)]
    public void Waiving_needs_a_reason(string reason, bool ok)
    {
        var postMortem = RequiredPostMortem();

        Assert.Equal(ok, postMortem.Waive(reason, Ana, Resolved).Ok);

        Assert.Equal(ok ? PostMortemState.Waived : PostMortemState.Due, postMortem.State);
    }

    [Fact]
    public void A_waiver_lapses_when_the_requirement_rises_or_a_meeting_is_scheduled()
    {
        var postMortem = PostMortemOf(PostMortemNeed.Recommended, TimeSpan.FromDays(7));
        postMortem.Waive("Small", Ana, Resolved);
        postMortem.ChangeNeed(PostMortemNeed.Required, TimeSpan.FromHours(48), Ana, Resolved);
        Assert.Equal(PostMortemState.Due, postMortem.State);

        postMortem.Waive("Still small", Ana, Resolved);
        postMortem.Schedule(Plan("2026-03-03 10:00"), Ben, Resolved);

        Assert.Equal(PostMortemState.Scheduled, postMortem.State);
    }

    [Theory]
    [InlineData("2026-03-02 14:00", 60, null, "start")]
    [InlineData("2026-03-02 14:01", 60, null, null)]
    [InlineData("2026-03-03 10:00", 14, null, "duration")]
    [InlineData("2026-03-03 10:00", 15, null, null)]
    [InlineData("2026-03-03 10:00", 240, null, null)]
    [InlineData("2026-03-03 10:00", 241, null, "duration")]
    [InlineData("2026-03-03 10:00", 60, "meet.example.com", "link")]
    [InlineData("2026-03-03 10:00", 60, "javascript:alert(1)", "link")]
    [InlineData("2026-03-03 10:00", 60, " https://meet.example.com/x ", null)]
    public void A_meeting_needs_a_future_start_a_valid_length_and_no_invalid_link(string start, int minutes, string? link, string? field)
    {
        var result = RequiredPostMortem().Schedule(
            new MeetingDetails(Utc(start), TimeSpan.FromMinutes(minutes), link, [Ana]), Ana, Resolved);

        Assert.Equal(field, result.Refusal?.Field);
        Assert.Equal(field is null, result.Ok);
    }

    [Fact]
    public void Scheduling_the_same_meeting_again_changes_nothing_and_moving_it_raises_the_sequence()
    {
        var postMortem = RequiredPostMortem();
        postMortem.Schedule(Plan("2026-03-03 10:00"), Ana, Resolved);
        postMortem.Schedule(Plan("2026-03-03 10:00"), Ana, Resolved);
        Assert.Equal((0, 1), (postMortem.Meeting.Moves, postMortem.Meeting.Version));

        postMortem.Schedule(Plan("2026-03-03 11:00"), Ana, Resolved);

        Assert.Equal((1, 2), (postMortem.Meeting.Moves, postMortem.Meeting.Version));
    }

    [Fact]
    public void Publishing_twice_publishes_once_and_each_correction_raises_the_version()
    {
        var postMortem = WithGapAndFactor();
        Assert.False(postMortem.WriteUp.PublishCorrection("typo", Ana, Resolved).Ok);
        postMortem.Publish(Completeness.Of(postMortem, 4, 1, 0), Ana, Resolved);
        postMortem.Publish(Completeness.Of(postMortem, 4, 1, 0), Ben, Resolved.AddHours(1));
        Assert.Equal(
            (PostMortemState.Published, 1, Resolved), (postMortem.State, postMortem.WriteUp.Revision, postMortem.WriteUp.PublishedAt));

        Assert.False(postMortem.WriteUp.PublishCorrection(" ", Ana, Resolved).Ok);
        Assert.Equal(2, postMortem.WriteUp.PublishCorrection("Impact was 40 minutes", Ana, Resolved).Value);

        Assert.False(postMortem.Waive("late", Ana, Resolved).Ok);
        Assert.Equal(Resolved, postMortem.HeldOrPublishedAt);
    }

    [Fact]
    public void A_cancelled_incident_needs_no_post_mortem_until_it_is_resolved_again()
    {
        var postMortem = RequiredPostMortem();
        postMortem.MarkNotRequired("duplicate of 3", Ana, Resolved);
        Assert.Equal((PostMortemState.NotRequired, null), (postMortem.State, postMortem.DueAt));

        postMortem.RestartClock(PostMortemNeed.Required, Resolved, TimeSpan.FromHours(48), Ana);

        Assert.Equal(PostMortemState.Due, postMortem.State);
    }

    [Fact]
    public void Someone_who_declines_to_facilitate_is_removed_and_remembered()
    {
        var postMortem = RequiredPostMortem();
        postMortem.AssignFacilitator(Ben, Ana, Resolved);

        postMortem.DeclineFacilitating(Ben, Resolved);
        postMortem.DeclineFacilitating(Ben, Resolved);

        Assert.Null(postMortem.Facilitator);
        Assert.Equal([Ben], postMortem.DeclinedFacilitators);
    }
}
