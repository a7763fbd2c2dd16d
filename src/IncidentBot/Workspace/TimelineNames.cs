namespace IncidentBot.Workspace;

/// <summary>How people appear in the timeline of a write-up.</summary>
internal enum TimelineNames
{
    /// <summary>By what they did in the incident: "Lead", "Responder".</summary>
    Roles,

    /// <summary>By their names.</summary>
    Handles,

    /// <summary>Not at all.</summary>
    Anonymous,
}
