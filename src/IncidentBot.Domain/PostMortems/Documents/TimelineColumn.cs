namespace IncidentBot.Domain.PostMortems.Documents;

/// <summary>A column of the printed timeline besides time and event (D11); one without content is left out.</summary>
public enum TimelineColumn
{
    /// <summary>Event, signal, missed signal, decision, note or fact (R94).</summary>
    Kind,

    /// <summary>Who acted, as the setting shows people (R92).</summary>
    Actor,

    /// <summary>The system that acted (R92).</summary>
    System,

    /// <summary>What was known at that moment (R93).</summary>
    InformationAvailable,

    /// <summary>What was decided or done (R93).</summary>
    Decision,

    /// <summary>What was taken for granted (R74).</summary>
    Assumption,

    /// <summary>How people learned of it (R74).</summary>
    LearnedHow,
}

/// <summary>A column of the printed table of actions besides action, owner and due date (R102); one without content is left out.</summary>
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

    /// <summary>What it changes: a runbook, monitoring, tests, architecture, training (R105).</summary>
    Destination,
}

/// <summary>How contributing factors are printed (R98, D10).</summary>
public enum FactorGrouping
{
    /// <summary>One list.</summary>
    None,

    /// <summary>Technical, process, communication, environmental.</summary>
    Category,

    /// <summary>Made it possible, made it worse, hid it, kept it from being fixed.</summary>
    Effect,
}
