using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class LinkTests
{
    [Fact]
    public void Each_side_keeps_its_end_of_a_link_and_linking_again_changes_nothing()
    {
        var (first, second) = (Numbered(7), Numbered(12));

        Assert.True(second.FollowUp(first, Ada, Now).Ok);
        Assert.True(second.FollowUp(first, Ben, Now.AddMinutes(1)).Ok);

        Assert.Equal("follow-up of incident 7", Assert.Single(second.Links).InWords());
        Assert.Equal("followed by incident 12", Assert.Single(first.Links).InWords());
        Assert.Equal((2, 2), (first.Version, second.Version));
    }

    [Fact]
    public void A_link_can_be_removed_from_either_side_and_removing_it_again_changes_nothing()
    {
        var (first, second) = (Numbered(7), Numbered(12));
        Assert.True(second.CoverBy(first, Ada, Now).Ok);
        Assert.Equal((7, true), (second.CoveredBy, first.CoversOthers));

        first.Unlink(second, Ada, Now);
        second.Unlink(first, Ada, Now);

        Assert.Equal((null, false), (second.CoveredBy, first.CoversOthers));
        Assert.Empty(first.Links.Concat(second.Links));
        Assert.Equal((3, 3), (first.Version, second.Version));
    }

    [Fact]
    public void An_incident_is_not_linked_with_itself_a_cancelled_one_or_a_duplicate()
    {
        var (cancelled, duplicate) = (Numbered(7), Numbered(8));
        cancelled.Cancel("a test", Ada, Now);
        duplicate.MarkDuplicateOf(3, Ada, Now);

        Refused(Numbered(12).FollowUp(Numbered(12), Ada, Now), "another incident", "number");
        Refused(Numbered(12).FollowUp(cancelled, Ada, Now), "Incident 7 is cancelled", "number");
        Refused(cancelled.CoverBy(Numbered(12), Ada, Now), "Incident 7 is cancelled", "number");
        Refused(Numbered(12).CoverBy(duplicate, Ada, Now), "Link incident 3 instead", "number");
    }

    [Fact]
    public void Two_incidents_have_one_link_and_a_covered_one_has_one_carrier()
    {
        var (first, second, third) = (Numbered(7), Numbered(12), Numbered(15));
        Assert.True(second.CoverBy(first, Ada, Now).Ok);

        Refused(second.FollowUp(first, Ada, Now), "Unlink them first", "number");
        Refused(second.CoverBy(third, Ada, Now), "already covered by the post-mortem of incident 7", "number");
        Refused(third.CoverBy(second, Ada, Now), "Unlink one of them first", "number");
        Assert.True(third.CoverBy(first, Ada, Now).Ok);
        Assert.Equal([12, 15], first.Covered);
    }

    [Fact]
    public void A_private_incident_and_a_drill_share_no_post_mortem_with_others_but_can_be_followed_up()
    {
        var hidden = Numbered(7);
        hidden.MakePrivate();
        var drill = Numbered(8, new Declaration("An exercise", Severity.Sev2) { IsDrill = true });

        Refused(Numbered(12).CoverBy(hidden, Ada, Now), "A private incident keeps its own", "number");
        Refused(hidden.CoverBy(Numbered(12), Ada, Now), "A private incident keeps its own", "number");
        Refused(Numbered(12).CoverBy(drill, Ada, Now), "A drill and an incident", "number");
        Assert.True(Numbered(12).FollowUp(hidden, Ada, Now).Ok);
        Assert.True(Numbered(12).FollowUp(drill, Ada, Now).Ok);
    }

    [Fact]
    public void The_history_says_who_linked_and_unlinked_them()
    {
        var (first, second) = (Numbered(7), Numbered(12));
        second.CoverBy(first, Ada, Now);
        second.Unlink(first, Ben, Now);

        Assert.Equal(
            [
                "covered by the post-mortem of incident 7 (linked by U0ADA)",
                "no longer covered by the post-mortem of incident 7 (unlinked by U0BEN)",
            ],
            second.History.Where(change => change.Fact == ChangedFact.Link).Select(change => ChangeSentence.For(change, by => by.Value)));
    }

    private static Incident Numbered(int number, Declaration? declaration = null)
    {
        var incident = Declared(declaration ?? new("Checkout is down", Severity.Sev1));
        typeof(Incident).GetProperty(nameof(incident.Number))!.SetValue(incident, number);
        return incident;
    }
}
