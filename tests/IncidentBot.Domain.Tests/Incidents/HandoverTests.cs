using IncidentBot.Domain.Incidents;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class HandoverTests
{
    [Theory]
    [InlineData(0, 0, "state")]
    [InlineData(1, 0, null)]
    [InlineData(600, 600, null)]
    [InlineData(601, 0, "state")]
    [InlineData(1, 601, "next")]
    public void The_state_is_needed_and_no_part_is_too_long(int state, int next, string? refusedField)
    {
        var handover = Handover.Create(new string('s', state), " ", null, new string('n', next));

        Assert.Equal(refusedField, handover.Refusal?.Field);
        Assert.True(handover.Refusal is not null || (handover.Value!.Tried, handover.Value.RuledOut) == (null, null));
    }

    [Fact]
    public void The_longest_handover_fits_into_one_timeline_entry()
    {
        var part = new string('x', Handover.PartLimit);

        Assert.InRange(Handover.Create(part, part, part, part).Value!.Entry.Length, 1, Domain.Timelines.TimelineEntry.TextLimit);
    }

    [Theory]
    [InlineData(239, false)]
    [InlineData(240, true)]
    public void A_handover_is_offered_after_four_hours(int minutes, bool isOffered)
    {
        var incident = Open();
        incident.Assign(IncidentRole.Lead, Ada, Ada, Now);

        Assert.Equal(isOffered, Handover.IsOffered(incident, Now.AddMinutes(minutes)));
    }

    [Fact]
    public void The_lead_is_handed_to_someone_else_while_the_incident_is_open()
    {
        var incident = Open();
        incident.Assign(IncidentRole.Lead, Ada, Ada, Now);

        Assert.Equal("lead", incident.HandOver(Ada, Ada, Now).Refusal?.Field);
        Assert.True(incident.HandOver(Ben, Ada, Now).Ok);
        Assert.Equal(Ben, incident.Lead);
        incident.Cancel("a load test", Ada, Now);
        Assert.False(incident.HandOver(Ada, Ben, Now).Ok);
    }
}
