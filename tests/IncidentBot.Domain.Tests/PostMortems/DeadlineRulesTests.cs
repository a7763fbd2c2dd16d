using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class DeadlineRulesTests
{
    private static readonly WorkCalendar Calendar = new([Day("2026-03-10")]);

    // Started Monday 2026-03-02 09:00, declared at 10:00, resolved at 11:00: a SEV1 has 48 hours.
    [Theory]
    [Trait("Requirement", "D5")]
    [InlineData(ClockStart.Resolved, "2026-03-02 11:00", "2026-03-04 11:00")]
    [InlineData(ClockStart.Declared, "2026-03-02 11:00", "2026-03-04 10:00")]
    [InlineData(ClockStart.ImpactStart, "2026-03-02 11:00", "2026-03-04 09:00")]
    [InlineData(ClockStart.Declared, "2026-03-03 09:59", "2026-03-04 10:00")]
    [InlineData(ClockStart.Declared, "2026-03-03 10:00", "2026-03-04 10:00")]
    [InlineData(ClockStart.Declared, "2026-03-03 10:01", "2026-03-04 10:01")]
    public void The_time_counts_from_the_chosen_start_and_leaves_a_day_after_the_resolve(ClockStart start, string resolved, string due)
    {
        var incident = Incident.Declare(
            new("Checkout is down", Severity.Sev1) { StartedAt = Utc("2026-03-02 09:00") }, Examples.Ana, Utc("2026-03-02 10:00")).Value!;

        Assert.Equal(due, Text(Utc(resolved) + new DeadlineRules(start).TimeFrom(incident, Utc(resolved))));
    }

    // 2026-03-06 is a Friday, and the Tuesday after it is a holiday.
    [Theory]
    [InlineData("2026-03-02 14:00", 48, "2026-03-04 14:00")]
    [InlineData("2026-03-06 00:00", 24, "2026-03-07 00:00")]
    [InlineData("2026-03-06 00:01", 24, "2026-03-09 00:01")]
    [InlineData("2026-03-06 14:00", 48, "2026-03-11 14:00")]
    [InlineData("2026-03-07 12:00", 24, "2026-03-10 00:00")]
    [InlineData("2026-03-08 23:59", 1, "2026-03-09 01:00")]
    [InlineData("2026-03-09 14:00", 9, "2026-03-09 23:00")]
    [InlineData("2026-03-09 14:00", 11, "2026-03-11 01:00")]
    public void In_working_time_days_off_do_not_count(string start, int hours, string due) => Assert.Equal(
        due, Text(new DeadlineRules(ClockStart.Resolved, Calendar).DueAt(Utc(start), TimeSpan.FromHours(hours))));

    [Fact]
    public void By_default_every_day_counts() =>
        Assert.Equal("2026-03-08 14:00", Text(DeadlineRules.Default.DueAt(Utc("2026-03-06 14:00"), TimeSpan.FromHours(48))));

    [Fact]
    public void A_reported_past_incident_counts_from_the_report()
    {
        var report = Incident.Declare(
            new("Checkout was down", Severity.Sev1)
            {
                StartedAt = Utc("2026-02-01 09:00"),
                EndedAt = Utc("2026-02-01 10:00"),
                IsReport = true,
            },
            Examples.Ana,
            Utc("2026-03-02 14:00")).Value!;

        Assert.Equal(TimeSpan.FromHours(48), new DeadlineRules(ClockStart.ImpactStart).TimeFrom(report, Utc("2026-03-02 14:00")));
    }
}
