using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class RoleTests
{
    [Fact]
    public void A_role_passes_from_one_person_to_the_next()
    {
        var incident = Open();

        incident.Assign(IncidentRole.Lead, Ben, Ben, Now);
        incident.Assign(IncidentRole.Lead, Cleo, Ben, Now.AddMinutes(1));
        incident.Assign(IncidentRole.Lead, Cleo, Ben, Now.AddMinutes(2));

        Assert.Equal(Cleo, Assert.Single(incident.Roles).Person);
        Assert.Equal("U0BEN handed over to U0CLEO as incident lead", ChangeSentence.For(incident.History[^1], person => person.Value));
        Assert.Equal(3, incident.History.Count);
    }

    [Fact]
    public void Whoever_declares_leads_unless_someone_else_is_named()
    {
        Assert.Equal(Ada, Open().Lead);
        Assert.Equal(Ben, Declared(new("Checkout is down", Severity.Sev1) { Lead = Ben }).Lead);
        Assert.Null(Declared(new("Checkout was down", Severity.Sev1) { IsReport = true }).Lead);
    }

    [Theory]
    [InlineData(null, "U0BEN", "U0BEN", "U0BEN took the role of scribe")]
    [InlineData(null, "U0CLEO", "U0BEN", "U0BEN made U0CLEO scribe")]
    [InlineData("U0BEN", null, "U0BEN", "U0BEN stepped down as scribe")]
    [InlineData("U0CLEO", null, "U0BEN", "U0BEN removed U0CLEO as scribe")]
    [InlineData("U0CLEO", "U0BEN", "U0BEN", "U0BEN took over from U0CLEO as scribe")]
    [InlineData("U0BEN", "U0CLEO", "U0BEN", "U0BEN handed over to U0CLEO as scribe")]
    [InlineData("U0CLEO", "U0AIKO", "U0BEN", "U0BEN replaced U0CLEO with U0AIKO as scribe")]
    public void The_person_who_changed_a_role_is_named_once(string? old, string? now, string by, string sentence)
    {
        var change = new IncidentChange
        {
            At = Now,
            By = new PersonId(by),
            Fact = ChangedFact.Role,
            Old = old,
            New = now,
            Detail = "Scribe",
        };

        Assert.Equal(sentence, ChangeSentence.For(change, person => person.Value));
    }

    [Theory]
    [InlineData(IncidentRole.Lead, "U0BEN took the role of incident lead")]
    [InlineData(IncidentRole.Communications, "U0BEN took the role of communications lead")]
    [InlineData(IncidentRole.Scribe, "U0BEN took the role of scribe")]
    public void A_sentence_calls_each_role_by_what_its_holder_is_called(IncidentRole role, string sentence)
    {
        var incident = Leadless();

        incident.Assign(role, Ben, Ben, Now);

        Assert.Equal(sentence, ChangeSentence.For(incident.History[^1], person => person.Value));
    }

    [Fact]
    public void A_role_that_someone_holds_cannot_be_claimed()
    {
        var incident = Leadless();

        Assert.True(incident.Claim(IncidentRole.Lead, Ben, Now).Ok);
        Assert.True(incident.Claim(IncidentRole.Lead, Ben, Now).Ok);
        Refused(incident.Claim(IncidentRole.Lead, Cleo, Now), "Someone else just took the lead role.", "role");
        Refused(Resolved().Claim(IncidentRole.Lead, Cleo, Now), "already resolved");
        Assert.Equal(Ben, incident.Lead);
    }

    [Fact]
    public void Lead_facilitator_and_admin_may_cancel()
    {
        var rights = new IncidentRights(Ada, Ben);

        Assert.True(rights.MayCancel(Ada, isAdmin: false).Ok);
        Assert.True(rights.MayCancel(Ben, isAdmin: false).Ok);
        Assert.True(rights.MayCancel(Cleo, isAdmin: true).Ok);
        Refused(rights.MayCancel(Cleo, isAdmin: false), "Ask one of them");
        Refused(new IncidentRights(null, null).MayCancel(Cleo, isAdmin: false), "Take the lead first");
    }

    [Fact]
    public void Only_the_holder_leaves_a_role()
    {
        var incident = Open();
        incident.Assign(IncidentRole.Scribe, Ben, Ben, Now);

        Refused(incident.StepDown(IncidentRole.Scribe, Cleo, Now), "You don't have the scribe role in incident 12.", "role");
        Assert.True(incident.StepDown(IncidentRole.Scribe, Ben, Now).Ok);
        Assert.Null(incident.HolderOf(IncidentRole.Scribe));
    }

    [Fact]
    public void Someone_with_several_roles_is_shown_as_lead()
    {
        var incident = Open();
        incident.Assign(IncidentRole.Scribe, Ben, Ben, Now);
        incident.Assign(IncidentRole.Lead, Ben, Ben, Now);

        Assert.Equal(IncidentRole.Lead, incident.RoleOf(Ben));
        Assert.Null(incident.RoleOf(Cleo));
    }

    [Theory]
    [InlineData(599, false)]
    [InlineData(600, true)]
    [InlineData(601, true)]
    public void The_nudge_is_due_after_ten_minutes_without_a_lead(int seconds, bool due) =>
        Assert.Equal(due, LeadNudgePolicy.IsDue(Leadless(), Now.AddSeconds(seconds)));

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, 0)]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(60, 2)]
    [InlineData(1439, 2)]
    [InlineData(1440, 3)]
    [InlineData(2880, 4)]
    public void The_nudge_is_repeated_at_longer_distances(int minutes, int? expected) =>
        Assert.Equal(expected, LeadNudgePolicy.Nudge(Leadless(), Now.AddMinutes(minutes)));

    [Fact]
    public void A_lead_ends_the_nudge_and_leaving_starts_it_again()
    {
        var incident = Open();

        incident.Assign(IncidentRole.Lead, Ben, Ben, Now.AddMinutes(3));
        var led = LeadNudgePolicy.DueAt(incident);
        incident.StepDown(IncidentRole.Lead, Ben, Now.AddMinutes(20));

        Assert.Null(led);
        Assert.Equal(Now.AddMinutes(30), LeadNudgePolicy.DueAt(incident));
    }

    [Fact]
    public void A_resolved_incident_is_not_nudged() => Assert.Null(LeadNudgePolicy.DueAt(Resolved()));

    [Theory]
    [InlineData("lead", IncidentRole.Lead)]
    [InlineData(" Comms ", IncidentRole.Communications)]
    [InlineData("SCRIBE", IncidentRole.Scribe)]
    public void Roles_are_read_as_people_type_them(string typed, IncidentRole expected) =>
        Assert.Equal(expected, RoleDescription.Parse(typed).Value);

    [Fact]
    public void Every_role_says_what_it_does() =>
        Assert.All(Enum.GetValues<IncidentRole>(), role => Assert.NotEmpty(RoleDescription.For(role).Duties));

    private static Incident Leadless()
    {
        var incident = Open();
        Assert.True(incident.StepDown(IncidentRole.Lead, Ada, Now).Ok);
        return incident;
    }
}
