namespace IncidentBot.Domain.WriteUps;

/// <summary>A column of the printed timeline besides time and event; one without content is left out.</summary>
public enum TimelineColumn
{
    /// <summary>Event, signal, missed signal, decision, note or fact.</summary>
    Kind,

    /// <summary>Who acted, as the setting shows people.</summary>
    Actor,

    /// <summary>The system that acted.</summary>
    System,

    /// <summary>What was known at that moment.</summary>
    InformationAvailable,

    /// <summary>What was decided or done.</summary>
    Decision,

    /// <summary>What was assumed.</summary>
    Assumption,

    /// <summary>How people found out.</summary>
    LearnedHow,
}

/// <summary>A column of the printed table of actions besides action, owner and due date; one without content is left out.</summary>
public enum ActionColumn
{
    /// <summary>P1 to P3.</summary>
    Priority,

    /// <summary>How the team will know that it worked.</summary>
    SuccessMetric,

    /// <summary>Where it stands.</summary>
    Status,

    /// <summary>Its ticket.</summary>
    Ticket,

    /// <summary>What it changes: a runbook, monitoring, tests, architecture, training.</summary>
    Destination,
}

/// <summary>How contributing factors are printed.</summary>
public enum FactorGrouping
{
    /// <summary>One list.</summary>
    None,

    /// <summary>Technical, process, communication, environmental.</summary>
    Category,

    /// <summary>Made the incident possible, worse, harder to notice, or harder to fix.</summary>
    Effect,
}
