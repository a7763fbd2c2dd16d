using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class SharedPostMortemTests
{
    [Theory]
    [InlineData("due", Severity.Sev1, "scheduled", Severity.Sev2, 12)]
    [InlineData("scheduled", Severity.Sev2, "due", Severity.Sev1, 7)]
    [InlineData("scheduled", Severity.Sev1, "held", Severity.Sev1, 12)]
    [InlineData("none", Severity.Sev1, "due", Severity.Sev3, 12)]
    [InlineData("due", Severity.Sev2, "due", Severity.Sev1, 12)]
    [InlineData("due", Severity.Sev1, "due", Severity.Sev1, 7)]
    [InlineData("none", Severity.Sev1, "none", Severity.Sev1, 7)]
    public void The_post_mortem_further_along_carries_then_the_more_severe_then_the_earlier_number(
        string first, Severity firstSeverity, string second, Severity secondSeverity, int carrier)
    {
        var (one, other) = (Reviewed(7, firstSeverity, first), Reviewed(12, secondSeverity, second));

        Assert.Equal(carrier, SharedPostMortem.CarrierOf(one, other).Value!.Incident.Number);
        Assert.Equal(carrier, SharedPostMortem.CarrierOf(other, one).Value!.Incident.Number);
    }

    [Fact]
    public void An_incident_that_covers_others_goes_on_carrying_unless_the_other_meeting_was_held()
    {
        var carrier = Reviewed(12, Severity.Sev3, "due");
        Assert.True(Reviewed(15, Severity.Sev3, "none").Incident.CoverBy(carrier.Incident, Ada, Now).Ok);

        Assert.Equal(12, SharedPostMortem.CarrierOf(Reviewed(7, Severity.Sev1, "scheduled"), carrier).Value!.Incident.Number);
        var held = SharedPostMortem.CarrierOf(Reviewed(7, Severity.Sev1, "held"), carrier);
        Refused(new Result(held.Refusal), "incident 7 was already", "number");
    }

    [Fact]
    public void A_published_write_up_takes_in_no_other_incident_and_lets_none_go()
    {
        var (published, due) = (Reviewed(7, Severity.Sev1, "published"), Reviewed(12, Severity.Sev1, "due"));

        Refused(new Result(SharedPostMortem.CarrierOf(published, due).Refusal), "write-up of incident 7 is already published", "number");
        Refused(SharedPostMortem.MayUnlink(published), "can't be unlinked", "number");
        Assert.True(SharedPostMortem.MayUnlink(due).Ok);
    }

    [Fact]
    public void The_strictest_requirement_and_the_earliest_deadline_hold_and_a_past_one_is_due_at_once()
    {
        var (carrier, severe) = (Resolved(Severity.Sev3), Resolved());
        var start = carrier.ResolvedAt!.Value;

        Assert.Equal(
            (PostMortemNeed.Required, TimeSpan.FromHours(48)), SharedPostMortem.TermsOf(carrier, [severe], start, DeadlineRules.Default));
        Assert.Equal(
            (PostMortemNeed.Required, TimeSpan.FromHours(38)),
            SharedPostMortem.TermsOf(carrier, [severe], start.AddHours(10), DeadlineRules.Default));
        Assert.Equal(TimeSpan.Zero, SharedPostMortem.TermsOf(carrier, [severe], start.AddDays(9), DeadlineRules.Default).Deadline);
        Assert.Equal(
            DeadlineRules.Default.TimeFrom(carrier, start),
            SharedPostMortem.TermsOf(carrier, [], start, DeadlineRules.Default).Deadline);
    }

    [Fact]
    public void A_covered_post_mortem_has_no_deadline_and_its_own_again_once_uncovered()
    {
        var postMortem = Reviewed(12, Severity.Sev1, "due").PostMortem!;
        var due = postMortem.DueAt;

        postMortem.Cover(7, isPublished: false, Ada, Now);
        postMortem.Cover(7, isPublished: false, Ada, Now);
        postMortem.ChangeNeed(PostMortemNeed.Recommended, TimeSpan.FromDays(5), Ada, Now);
        Assert.Equal((7, PostMortemState.NotRequired, null), (postMortem.CoveredBy, postMortem.State, postMortem.DueAt));
        Assert.Empty(PostMortemReminders.Schedule(postMortem, Now.AddYears(1)));
        postMortem.StopClock(Ada, Now);
        postMortem.RestartClock(PostMortemNeed.Required, Now, TimeSpan.FromDays(2), Ada);
        Assert.Equal((PostMortemState.NotRequired, null), (postMortem.State, postMortem.DueAt));

        postMortem.Uncover(PostMortemNeed.Required, TimeSpan.FromDays(2), Ada, Now);
        Assert.Equal((null, PostMortemState.Due, due), (postMortem.CoveredBy, postMortem.State, postMortem.DueAt));
    }

    [Fact]
    public void A_covered_incident_that_is_cancelled_needs_no_post_mortem()
    {
        var postMortem = Reviewed(12, Severity.Sev1, "due").PostMortem!;
        postMortem.Cover(7, isPublished: false, Ada, Now);

        postMortem.MarkNotRequired("a test", Ada, Now);

        Assert.Equal((null, PostMortemState.NotRequired), (postMortem.CoveredBy, postMortem.State));
    }

    private static ReviewedIncident Reviewed(int number, Severity severity, string state)
    {
        var incident = Open(severity);
        typeof(Incident).GetProperty(nameof(incident.Number))!.SetValue(incident, number);
        if (state == "none")
        {
            return new ReviewedIncident(incident, null);
        }

        var postMortem = PostMortem.Open(Guid.NewGuid(), number, PostMortemNeed.Required, Now, TimeSpan.FromDays(2));
        switch (state)
        {
            case "scheduled":
                Assert.True(postMortem.Schedule(new MeetingDetails(Now.AddDays(1), TimeSpan.FromHours(1), null, [Ada]), Ada, Now).Ok);
                break;
            case "held":
                Assert.True(postMortem.MarkHeld(incidentIsResolved: true, Ada, Now).Ok);
                break;
            case "published":
                postMortem = Examples.WithGapAndFactor();
                Assert.True(postMortem.Publish(Completeness.Of(postMortem, 4, 1, 1), Ada, Now).Ok);
                break;
        }

        return new ReviewedIncident(incident, postMortem);
    }
}
