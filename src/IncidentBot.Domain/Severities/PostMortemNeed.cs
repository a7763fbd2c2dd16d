namespace IncidentBot.Domain.Severities;

/// <summary>How much an incident needs a post-mortem, least first, so that the larger value wins.</summary>
public enum PostMortemNeed
{
    /// <summary>Optional, but still valuable.</summary>
    Optional = 0,

    /// <summary>The bot suggests it once.</summary>
    Recommended = 1,

    /// <summary>It is due by the deadline, or waived with a reason.</summary>
    Required = 2,
}
