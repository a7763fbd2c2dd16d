using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// The review of an incident: a meeting by a deadline, and a write-up that is published. One per
/// incident; it is opened when the incident is resolved for the first time. All instants are UTC. Its rules are in the files
/// <c>PostMortem.*.cs</c>, one theme each; none of them ever changes the incident.
/// </summary>
public sealed partial class PostMortem
{
    private readonly List<PersonId> _declinedFacilitators = [];
    private readonly List<PersonId> _attendees = [];
    private readonly List<WhyChain> _moreWhyChains = [];
    private readonly List<ContributingFactor> _factors = [];
    private readonly List<string> _wentWell = [];
    private readonly List<string> _couldBeBetter = [];
    private readonly List<Learning> _learnings = [];
    private readonly List<ParkedItem> _parked = [];
    private readonly List<FollowUp> _followUps = [];
    private readonly List<PostMortemChange> _history = [];

    private PostMortem()
    {
    }

    /// <summary>Given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>The incident that it is about; unique.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Required, recommended or optional.</summary>
    public PostMortemNeed Need { get; private set; }

    /// <summary>How far it has come.</summary>
    public PostMortemState State { get; private set; }

    /// <summary>The time allowed from <see cref="ClockStartedAt"/> to the meeting; calendar time, weekends count.</summary>
    public TimeSpan Deadline { get; private set; }

    /// <summary>
    /// When the deadline began to run: at the last resolve or, for a reported past incident, at the report; null while it is stopped.
    /// </summary>
    public DateTimeOffset? ClockStartedAt { get; private set; }

    /// <summary>The deadline of the meeting; null while the clock is stopped and when no post-mortem is needed.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the meeting begins; null until it is scheduled.</summary>
    public DateTimeOffset? MeetingAt { get; private set; }

    /// <summary>How long it is booked for; null until it is scheduled.</summary>
    public TimeSpan? MeetingDuration { get; private set; }

    /// <summary>An absolute http or https address to meet at; null when there is none.</summary>
    public string? MeetingLink { get; private set; }

    /// <summary>How often the meeting was moved: the invitation's SEQUENCE.</summary>
    public int MeetingMoves { get; private set; }

    /// <summary>Who facilitates; null until someone does.</summary>
    public PersonId? Facilitator { get; private set; }

    /// <summary>Who said "not me" when asked to facilitate; never asked again for this incident.</summary>
    public IReadOnlyList<PersonId> DeclinedFacilitators => _declinedFacilitators;

    /// <summary>Who is invited, each once.</summary>
    public IReadOnlyList<PersonId> Attendees => _attendees;

    /// <summary>Who waived it last; kept when the waiver lapses.</summary>
    public PersonId? WaivedBy { get; private set; }

    /// <summary>Why it was waived; 1 to <see cref="PostMortemLimits.Reason"/> characters.</summary>
    public string? WaivedReason { get; private set; }

    /// <summary>When it was waived.</summary>
    public DateTimeOffset? WaivedAt { get; private set; }

    /// <summary>When the meeting was held or its board was started; null before.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>When the draft went out for corrections; null before.</summary>
    public DateTimeOffset? DraftedAt { get; private set; }

    /// <summary>When the write-up was first published; null before.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>0 before it is published, 1 with the write-up, one more with every corrected version.</summary>
    public int Revision { get; private set; }

    /// <summary>When the deadline was met by the meeting, its board or publishing, whichever came first; null before.</summary>
    public DateTimeOffset? MetAt => HeldAt ?? PublishedAt;

    /// <summary>What was done to it, oldest first.</summary>
    public IReadOnlyList<PostMortemChange> History => _history;

    /// <summary>The last change of a part; null when there was none.</summary>
    /// <param name="part">As in <see cref="PostMortemPart"/>.</param>
    public PostMortemChange? LastChangeOf(string part) => _history.FindLast(change => change.Part == part);

    private void Record(PersonId? by, DateTimeOffset now, string what, string? part = null)
    {
        Version++;
        _history.Add(new PostMortemChange(now.ToUniversalTime(), by, what, part));
    }
}
