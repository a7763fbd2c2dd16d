using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// One incident, from declaration to all clear, and possibly reopened. Every recorded change is kept in
/// <see cref="History"/>, which the timeline shows as facts. All instants are UTC. Its rules are in the files
/// <c>Incident.*.cs</c>, one theme each.
/// </summary>
public sealed partial class Incident
{
    private readonly List<RoleHolder> _roles = [];
    private readonly List<MilestoneMark> _milestones = [];
    private readonly List<StatusUpdate> _statusUpdates = [];
    private readonly List<Reopening> _reopenings = [];
    private readonly List<IncidentMember> _members = [];
    private readonly List<WorkedGap> _workedGaps = [];
    private readonly List<IncidentLink> _links = [];
    private readonly List<IncidentChange> _history = [];

    private Incident()
    {
    }

    /// <summary>The number that everyone uses; assigned by the database, 0 until then. Numbers may be skipped.</summary>
    public int Number { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>One line, 1 to 120 characters, trimmed.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What users see, in plain words; null when not given.</summary>
    public string? WhatUsersSee { get; private set; }

    /// <summary>How bad it is.</summary>
    public Severity Severity { get; private set; }

    /// <summary>Where it stands.</summary>
    public IncidentStatus Status { get; private set; }

    /// <summary>What triggered the incident; null when not known.</summary>
    public IncidentType? Type { get; private set; }

    /// <summary>Incident, project failure or near miss.</summary>
    public IncidentKind Kind { get; private set; }

    /// <summary>The service it is about, one line of at most 80 characters; null when not given.</summary>
    public string? Service { get; private set; }

    /// <summary>How bad it could have been; null when not given.</summary>
    public Severity? CouldHaveBeen { get; private set; }

    /// <summary>Only the people whom <see cref="IncidentVisibility"/> allows may see it.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>A drill.</summary>
    public bool IsDrill { get; private set; }

    /// <summary>A past incident that was only recorded: no nudges, resolved at once.</summary>
    public bool IsReport { get; private set; }

    /// <summary>Whether it has its own channel; false for a report without one, which is discussed in the thread of its headline.</summary>
    public bool HasChannel { get; private set; }

    /// <summary>Who declared it.</summary>
    public PersonId DeclaredBy { get; private set; }

    /// <summary>When it was declared, UTC.</summary>
    public DateTimeOffset DeclaredAt { get; private set; }

    /// <summary>When it started, UTC; the time of the declaration unless another time was given.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it started, UTC, if someone said so; null where the start is only the time of the declaration.</summary>
    public DateTimeOffset? KnownStart => StartedAt == DeclaredAt ? null : StartedAt;

    /// <summary>When it ended for the people affected, UTC; null while it is open, and for a report without an end.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it was marked resolved, UTC: the post-mortem's clock starts here; null while it is not resolved.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>From start to end, known once it is resolved; null while it is not. It changes only with the start or the end.</summary>
    public TimeSpan? Duration { get; private set; }

    /// <summary>One sentence on what happened, given when it was resolved; null before, and when no one gave it.</summary>
    public string? Resolution { get; private set; }

    /// <summary>The ticked reasons for a post-mortem.</summary>
    public PostMortemTriggers Triggers { get; private set; }

    /// <summary>Why it was cancelled; null unless it is.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>The number of the incident that this one duplicates; null unless it was marked as a duplicate.</summary>
    public int? DuplicateOf { get; private set; }

    /// <summary>The number of the incident whose post-mortem covers this one, of the same event; null when it stands for itself.</summary>
    public int? CoveredBy { get; private set; }

    /// <summary>Who diagnosed it; null when not given.</summary>
    public PersonId? DiagnosedIt { get; private set; }

    /// <summary>Who shipped the change that triggered it; null when there is none or no one said.</summary>
    public PersonId? ShippedTheChange { get; private set; }

    /// <summary>The other team that was affected, one line of at most 80 characters; null when there is none.</summary>
    public string? AffectedTeam { get; private set; }

    /// <summary>When the last status update was posted, UTC; null before the first.</summary>
    public DateTimeOffset? LastUpdateAt { get; private set; }

    /// <summary>When the next status update is due, UTC; null when none is.</summary>
    public DateTimeOffset? NextUpdateDue { get; private set; }

    /// <summary>Since when it has been open without a lead, UTC; null when it has one or is not open.</summary>
    public DateTimeOffset? LeadlessSince { get; private set; }

    /// <summary>The holders of roles; at most one for each role, in no particular order.</summary>
    public IReadOnlyList<RoleHolder> Roles => _roles;

    /// <summary>The known milestones; at most one entry each, in no particular order.</summary>
    public IReadOnlyList<MilestoneMark> Milestones => _milestones;

    /// <summary>Its status updates, oldest first.</summary>
    public IReadOnlyList<StatusUpdate> StatusUpdates => _statusUpdates;

    /// <summary>When and why it was reopened, oldest first.</summary>
    public IReadOnlyList<Reopening> Reopenings => _reopenings;

    /// <summary>The members of its channel; kept for private incidents, where they decide who sees it.</summary>
    public IReadOnlyList<IncidentMember> Members => _members;

    /// <summary>The gaps between milestones in which people were working.</summary>
    public IReadOnlyList<WorkedGap> WorkedGaps => _workedGaps;

    /// <summary>Its links to other incidents, oldest first.</summary>
    public IReadOnlyList<IncidentLink> Links => _links;

    /// <summary>The recorded changes, oldest first.</summary>
    public IReadOnlyList<IncidentChange> History => _history;
}
