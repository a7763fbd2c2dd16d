using IncidentBot.Domain.Recurrence;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Tests.Recurrence;

public sealed class StructuralInvestigationTests
{
    private static readonly PersonId Maya = new("U0MAYA");
    private static readonly PersonId Ben = new("U0BEN");
    private static readonly DateTimeOffset Tuesday = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "R127")]
    public void It_is_closed_with_what_was_decided_and_the_decision_can_be_changed()
    {
        var investigation = Opened();

        Assert.Equal("outcome", investigation.Close(null, "Cap the pool", 0, Maya, Tuesday).Refusal!.Field);
        Assert.Equal("decision", investigation.Close(InvestigationOutcome.Project, " ", 0, Maya, Tuesday).Refusal!.Field);
        Assert.True(investigation.Close(InvestigationOutcome.Project, "Cap the pool", 0, Maya, Tuesday).Ok);
        Assert.True(investigation.Close(InvestigationOutcome.Project, "Cap the pool", 0, Ben, Tuesday).Ok);
        Assert.False(investigation.Close(InvestigationOutcome.Other, "Wait", 0, Ben, Tuesday).Ok);
        Assert.True(investigation.Close(InvestigationOutcome.Other, "Cap every pool", 1, Ben, Tuesday.AddDays(1)).Ok);

        Assert.Equal((Tuesday, "Cap every pool"), (investigation.ClosedAt, investigation.Decision));
        Assert.Equal(2, investigation.History.Count);
        Assert.False(investigation.Assign(Ben, Ben, Tuesday).Ok);
    }

    [Theory]
    [InlineData(null, 0, null)]
    [InlineData(null, 1, 0)]
    [InlineData(null, 14, 0)]
    [InlineData(null, 15, 1)]
    [InlineData(null, 29, 2)]
    [InlineData(null, 56, 2)]
    [InlineData(null, 57, 3)]
    [InlineData(0, 13, null)]
    [InlineData(0, 14, 0)]
    [InlineData(0, 28, 1)]
    [InlineData(0, 365, 13)]
    public void Someone_is_asked_again_with_rising_distance_until_it_is_closed(int? ownedOn, int day, int? round)
    {
        var investigation = Opened();
        if (ownedOn is { } owned)
        {
            investigation.Assign(Maya, Maya, Tuesday.AddDays(owned));
        }

        var today = DateOnly.FromDateTime(Tuesday.UtcDateTime).AddDays(day);
        Assert.Equal(
            round, InvestigationReminders.Newest(investigation, ownedOn is not null, WorkCalendar.WithoutHolidays, today)?.Round);

        investigation.Close(InvestigationOutcome.Other, "Done", 0, Maya, Tuesday);
        Assert.Null(InvestigationReminders.Newest(investigation, true, WorkCalendar.WithoutHolidays, today));
    }

    private static StructuralInvestigation Opened()
    {
        ClassedIncident[] incidents = [new(1, Tuesday, [Guid.Empty]), new(2, Tuesday, [Guid.Empty]), new(3, Tuesday, [Guid.Empty])];
        return StructuralInvestigation.Open(
            Guid.NewGuid(), Guid.Empty, RepeatPattern.Find(incidents, null, Tuesday)!, Tuesday);
    }
}
