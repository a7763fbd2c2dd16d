using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class UpdateTests
{
    [Theory]
    [InlineData(Severity.Sev1, 30)]
    [InlineData(Severity.Sev2, 60)]
    [InlineData(Severity.Sev3, null)]
    public void An_update_makes_the_next_one_due_a_cadence_later(Severity severity, int? minutes)
    {
        var incident = Open(severity);

        incident.PostUpdate("Still looking", Ada, Now.AddMinutes(7));

        DateTimeOffset? expected = minutes is { } after ? Now.AddMinutes(7 + after) : null;
        Assert.Equal(expected, incident.NextUpdateDue);
        Assert.Equal(expected, Assert.Single(incident.StatusUpdates).NextDue);
    }

    [Theory]
    [InlineData(Severity.Sev1, 15, true)]
    [InlineData(Severity.Sev1, 240, true)]
    [InlineData(Severity.Sev3, 120, true)]
    [InlineData(Severity.Sev1, 45, false)]
    [InlineData(Severity.Sev1, 0, false)]
    [InlineData(Severity.Sev1, -15, false)]
    public void The_next_update_can_be_promised_for_a_time_of_the_list(Severity severity, int minutes, bool accepted)
    {
        var incident = Open(severity);
        var before = incident.NextUpdateDue;

        var result = incident.PostUpdate("Still looking", Ada, Now.AddMinutes(7), minutes);

        Assert.Equal(accepted, result.Ok);
        Assert.Equal(accepted ? Now.AddMinutes(7 + minutes) : before, incident.NextUpdateDue);
    }

    [Theory]
    [InlineData(119, null)]
    [InlineData(120, 0)]
    [InlineData(2000, 0)]
    public void An_update_that_was_promised_without_a_cadence_is_asked_for_once(int minute, int? reminder)
    {
        var incident = Open(Severity.Sev3);
        incident.PostUpdate("Still looking", Ada, Now, 120);

        Assert.Equal(reminder, StatusCadence.Reminder(incident, Now.AddMinutes(minute)));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    [InlineData(31, true)]
    public void It_is_due_at_its_minute(int minutes, bool due) =>
        Assert.Equal(due, StatusCadence.IsDue(Open(), Now.AddMinutes(minutes)));

    [Theory]
    [InlineData(30, true)]
    [InlineData(60, true)]
    [InlineData(90, true)]
    [InlineData(45, false)]
    [InlineData(0, false)]
    [InlineData(-30, false)]
    public void An_update_can_be_postponed_by_30_60_or_90_minutes(int minutes, bool accepted)
    {
        var incident = Open();

        var result = incident.SnoozeUpdate(minutes, Now.AddMinutes(20));

        Assert.Equal(accepted, result.Ok);
        Assert.Equal(Now.AddMinutes(accepted ? 20 + minutes : 30), incident.NextUpdateDue);
    }

    [Fact]
    public void Without_a_due_update_there_is_nothing_to_postpone() =>
        Refused(Open(Severity.Sev3).SnoozeUpdate(30, Now), "SEV3 needs no status updates");

    [Theory]
    [InlineData(Severity.Sev1, Severity.Sev2, 10, 30)]
    [InlineData(Severity.Sev2, Severity.Sev1, 10, 40)]
    [InlineData(Severity.Sev2, Severity.Sev1, 50, 60)]
    [InlineData(Severity.Sev3, Severity.Sev1, 10, 40)]
    [InlineData(Severity.Sev1, Severity.Sev4, 10, null)]
    public void A_change_of_severity_never_postpones_an_announced_update(Severity from, Severity to, int minute, int? due)
    {
        var incident = Open(from);

        incident.ChangeSeverity(to, Ada, Now.AddMinutes(minute));

        Assert.Equal(due is { } at ? Now.AddMinutes(at) : null, incident.NextUpdateDue);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void An_update_has_1_to_2000_characters(int length, bool accepted) =>
        Assert.Equal(accepted, Open().PostUpdate(new string('x', length), Ada, Now).Ok);

    [Theory]
    [InlineData(29, null)]
    [InlineData(30, 0)]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    [InlineData(95, 2)]
    public void A_reminder_comes_again_with_every_cadence_that_goes_by(int minute, int? reminder) =>
        Assert.Equal(reminder, StatusCadence.Reminder(Open(), Now.AddMinutes(minute)));

    [Fact]
    public void Once_it_is_resolved_no_reminder_comes() =>
        Assert.Null(StatusCadence.Reminder(Resolved(), Now.AddDays(1)));
}
