namespace IncidentBot.Domain.ActionItems;

/// <summary>The state of an action item. The numbers are stored and never change.</summary>
public enum ActionState
{
    /// <summary>No one has started; shown as "not started".</summary>
    Open = 1,

    /// <summary>Its owner is working on it.</summary>
    InProgress = 2,

    /// <summary>It waits for something; the reason says for what.</summary>
    Blocked = 3,

    /// <summary>It is done; closed.</summary>
    Done = 4,

    /// <summary>It was dropped with a reason; closed.</summary>
    Dropped = 5,
}

/// <summary>How important an action is. The numbers are stored and never change.</summary>
public enum ActionPriority
{
    /// <summary>P1, the highest.</summary>
    P1 = 1,

    /// <summary>P2.</summary>
    P2 = 2,

    /// <summary>P3.</summary>
    P3 = 3,
}

/// <summary>How much work an action is. The numbers are stored and never change.</summary>
public enum ActionEffort
{
    /// <summary>Hours.</summary>
    Small = 1,

    /// <summary>Days.</summary>
    Medium = 2,

    /// <summary>Weeks.</summary>
    Large = 3,
}

/// <summary>The three lengths of a snooze.</summary>
public enum SnoozeLength
{
    /// <summary>One day.</summary>
    OneDay = 1,

    /// <summary>Three days.</summary>
    ThreeDays = 3,

    /// <summary>One week.</summary>
    OneWeek = 7,
}
