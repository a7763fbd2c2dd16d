namespace IncidentBot.Domain.Incidents;

/// <summary>Marks that people were working between two moments, so that this time is not a quiet period.</summary>
public sealed class WorkedGap
{
    /// <summary>Where the gap begins.</summary>
    public required Milestone From { get; init; }

    /// <summary>Where it ends.</summary>
    public required Milestone To { get; init; }

    /// <summary>Who marked it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When it was marked, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
