namespace IncidentBot.Domain.Meetings;

/// <summary>The kinds of artefacts to gather before the meeting. The names are stored and never change.</summary>
public enum ArtefactKind
{
    /// <summary>Logs of the systems involved.</summary>
    Logs = 1,

    /// <summary>Metrics and dashboards.</summary>
    Metrics = 2,

    /// <summary>Messages to customers and colleagues: e-mails, tickets, the status page.</summary>
    Communications = 3,

    /// <summary>What was deployed when.</summary>
    Deployments = 4,

    /// <summary>Which alerts fired, and which did not.</summary>
    Alerts = 5,
}

/// <summary>One answer of the artefact checklist.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Link">Where it is, an absolute http or https address; null for "there is none".</param>
public sealed record Artefact(ArtefactKind Kind, string? Link);
