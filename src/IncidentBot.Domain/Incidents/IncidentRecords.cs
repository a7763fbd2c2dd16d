namespace IncidentBot.Domain.Incidents;

/// <summary>A status update as it was posted.</summary>
public sealed class StatusUpdate
{
    /// <summary>The text; plain text, 1 to 2000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Who posted it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When it was posted, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the next one was due, as of this one, UTC; null when the severity asks for none.</summary>
    public DateTimeOffset? NextDue { get; init; }
}

/// <summary>One reopening of an incident, with the figures that were frozen before.</summary>
public sealed class Reopening
{
    /// <summary>Why; plain text, 1 to 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Who reopened it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When it was reopened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it had been resolved before, UTC; null when it had been cancelled.</summary>
    public DateTimeOffset? ResolvedAtBefore { get; init; }

    /// <summary>The duration that was frozen before; null when there was none.</summary>
    public TimeSpan? DurationBefore { get; init; }
}

/// <summary>Someone who is in the channel of a private incident and therefore sees it.</summary>
public sealed class IncidentMember
{
    /// <summary>Who it is.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }
}
