namespace IncidentBot.Domain.Incidents;

/// <summary>What another incident is to this one. The numbers are stored and never change.</summary>
public enum IncidentLinkKind
{
    /// <summary>Both are the same event, and the other one carries their post-mortem.</summary>
    CoveredBy = 1,

    /// <summary>Both are the same event, and this one carries their post-mortem.</summary>
    Covers = 2,

    /// <summary>This one is a follow-up of the other; each has its own post-mortem.</summary>
    FollowUpOf = 3,

    /// <summary>The other one is a follow-up of this one.</summary>
    FollowedBy = 4,
}

/// <summary>A link to another incident, which has the opposite link.</summary>
public sealed class IncidentLink
{
    /// <summary>The number of the other incident.</summary>
    public required int Other { get; init; }

    /// <summary>What the other one is to this one.</summary>
    public required IncidentLinkKind Kind { get; init; }

    /// <summary>Who linked them.</summary>
    public required PersonId By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The link in words: "follow-up of incident 7".</summary>
    public string InWords() => Kind switch
    {
        IncidentLinkKind.CoveredBy => FormattableString.Invariant($"covered by the post-mortem of incident {Other}"),
        IncidentLinkKind.Covers => FormattableString.Invariant($"covering incident {Other} with its post-mortem"),
        IncidentLinkKind.FollowUpOf => FormattableString.Invariant($"follow-up of incident {Other}"),
        _ => FormattableString.Invariant($"followed by incident {Other}"),
    };
}
