using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Storage.Rows;

/// <summary>
/// What figures count of an incident and its post-mortem, in a row so narrow that a year of them is read at once. It is written in the
/// save that changes one of them.
/// </summary>
internal sealed class FigureRow
{
    public int IncidentNumber { get; init; }

    /// <summary>For an incident that is being declared, whose number the database gives.</summary>
    public Incident? Incident { get; init; }

    public DateTimeOffset StartedAt { get; set; }

    public string? Service { get; set; }

    public Severity Severity { get; set; }

    /// <summary>Neither a drill nor cancelled.</summary>
    public bool IsCounted { get; set; }

    public bool IsPrivate { get; set; }

    public bool IsNearMiss { get; set; }

    /// <summary>The incident whose post-mortem covers this one: of one event, only that one counts in a repeat rate.</summary>
    public bool IsCovered { get; set; }

    /// <summary>Seconds from the first symptom, or the start that someone entered; null when it wasn't measured.</summary>
    public int? ToDetect { get; set; }

    public int? ToAcknowledge { get; set; }

    public int? ToMitigate { get; set; }

    public int? ToResolve { get; set; }

    /// <summary>When a required post-mortem is due.</summary>
    public DateTimeOffset? RequiredAt { get; set; }

    public bool IsWaived { get; set; }

    public DateTimeOffset? HeldAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? ClockStartedAt { get; set; }

    public PersonId? Facilitator { get; set; }

    public DateTimeOffset? ReopenedAt { get; set; }

    public static FigureRow Of(Incident incident)
    {
        var row = new FigureRow { IncidentNumber = incident.Number };
        row.Take(incident);
        return row;
    }

    /// <summary>The same for an incident that is saved together with it.</summary>
    public static FigureRow OfNew(Incident incident)
    {
        var row = new FigureRow { Incident = incident };
        row.Take(incident);
        return row;
    }

    public void Take(Incident incident)
    {
        (StartedAt, Service, Severity) = (incident.StartedAt, incident.Service, incident.Severity);
        (IsCounted, IsPrivate) = (IncidentMetrics.Counts(incident), incident.IsPrivate);
        (IsNearMiss, IsCovered) = (incident.Kind == IncidentKind.NearMiss, incident.CoveredBy is not null);
        ToDetect = Seconds(incident, Milestone.FirstAlert);
        ToAcknowledge = Seconds(incident, Milestone.Acknowledged);
        ToMitigate = Seconds(incident, Milestone.Mitigated);
        ToResolve = Seconds(incident, Milestone.Recovered, Milestone.AllClear);
    }

    public void Take(PostMortem postMortem)
    {
        RequiredAt = postMortem.Need == PostMortemNeed.Required ? postMortem.DueAt : null;
        IsWaived = postMortem.State == PostMortemState.Waived;
        (HeldAt, PublishedAt) = (postMortem.Meeting.HeldAt, postMortem.WriteUp.PublishedAt);
        (ClockStartedAt, Facilitator) = (postMortem.ClockStartedAt, postMortem.Facilitator);
        ReopenedAt = postMortem.Reviews.ReopenedAt;
    }

    private static int? Seconds(Incident incident, params IReadOnlyList<Milestone> ends) => (int?)incident.TimeTo(ends)?.TotalSeconds;
}
