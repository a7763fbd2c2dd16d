namespace IncidentBot.Domain.PostMortems;

/// <summary>The steps of a post-mortem. The numbers are stored and never change.</summary>
public enum PostMortemState
{
    /// <summary>No post-mortem is needed: the incident was cancelled or is a duplicate.</summary>
    NotRequired = 1,

    /// <summary>The meeting is still to be scheduled, or the incident was reopened and its clock is stopped.</summary>
    Due = 2,

    /// <summary>A time was chosen for the meeting.</summary>
    Scheduled = 3,

    /// <summary>The meeting took place, or its board was started.</summary>
    Held = 4,

    /// <summary>The draft was shared for factual corrections.</summary>
    Drafted = 5,

    /// <summary>The write-up is published.</summary>
    Published = 6,

    /// <summary>Someone decided, with a reason, that none is needed.</summary>
    Waived = 7,
}
