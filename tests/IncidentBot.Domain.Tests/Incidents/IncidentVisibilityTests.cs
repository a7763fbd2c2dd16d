using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class IncidentVisibilityTests
{
    [Fact]
    public void Everyone_sees_an_incident_that_is_not_private() => Assert.True(IncidentVisibility.Sees(Cleo, Open()));

    [Fact]
    public void A_private_incident_is_seen_by_its_declarer_its_roles_and_its_members_alone()
    {
        var incident = Declared(new("x", Severity.Sev1) { IsPrivate = true, Lead = Ben });

        Assert.True(IncidentVisibility.Sees(Ada, incident));
        Assert.True(IncidentVisibility.Sees(Ben, incident));
        Assert.False(IncidentVisibility.Sees(Cleo, incident));

        incident.AddMember(Cleo, Now);
        Assert.True(IncidentVisibility.Sees(Cleo, incident));

        incident.RemoveMember(Cleo);
        Assert.False(IncidentVisibility.Sees(Cleo, incident));
    }

    [Fact]
    public void No_list_shows_a_private_incident_even_to_those_who_see_it()
    {
        var secret = Declared(new("x", Severity.Sev1) { IsPrivate = true });
        var open = Open();

        var listed = new[] { secret, open }.AsQueryable().Where(IncidentVisibility.Listed);

        Assert.Same(open, Assert.Single(listed));
    }
}
