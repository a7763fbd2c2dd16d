namespace IncidentBot.Domain.Facilitators;

/// <summary>A member of the facilitator pool. People join by themselves; no one is added by others.</summary>
public sealed class PoolMember
{
    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }
}
