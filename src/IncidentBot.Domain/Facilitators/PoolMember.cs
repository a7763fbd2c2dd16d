namespace IncidentBot.Domain.Facilitators;

/// <summary>Someone's place in the pool of those who facilitate; no one is in it who did not put themselves there.</summary>
public sealed class PoolMember
{
    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }
}
