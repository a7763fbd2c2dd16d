namespace IncidentBot.Domain.Incidents;

/// <summary>What triggered the incident. The numbers are stored and never change.</summary>
public enum IncidentType
{
    /// <summary>A release or a change of configuration.</summary>
    Deployment = 1,

    /// <summary>Two systems that no longer work together.</summary>
    Integration = 2,

    /// <summary>Someone else's system: a provider, a partner, the network.</summary>
    External = 3,

    /// <summary>The way work is done: a missing step, a manual change, an expired agreement.</summary>
    Process = 4,

    /// <summary>None of the others.</summary>
    Other = 5,
}

/// <summary>What kind of event it is. The numbers are stored and never change.</summary>
public enum IncidentKind
{
    /// <summary>An outage, a degradation or a bug.</summary>
    Incident = 0,

    /// <summary>A project that failed or went badly wrong.</summary>
    ProjectFailure = 1,

    /// <summary>Caught before it had an impact.</summary>
    NearMiss = 2,
}

/// <summary>The words of a kind, as forms and the history show them.</summary>
public static class KindWords
{
    /// <summary>"Incident", "Project failure" or "Near miss".</summary>
    /// <param name="kind">One of the three.</param>
    public static string For(IncidentKind kind) => kind switch
    {
        IncidentKind.ProjectFailure => "Project failure",
        IncidentKind.NearMiss => "Near miss",
        _ => "Incident",
    };
}
