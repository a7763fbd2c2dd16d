using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// The review of an incident: a meeting by a deadline, and a write-up that is published. One per
/// incident; it is opened when the incident is resolved for the first time. All instants are UTC. Its rules are in the files
/// <c>PostMortem.*.cs</c>, one topic each; none of them changes the incident.
/// </summary>
public sealed partial class PostMortem : Versioned
{
    private readonly List<PersonId> _declinedFacilitators = [];

    private PostMortem()
    {
    }

    /// <summary>Chosen by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>The incident that it is about; unique.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Required, recommended or optional.</summary>
    public PostMortemNeed Need { get; private set; }

    /// <summary>The state of the post-mortem.</summary>
    public PostMortemState State { get; private set; }

    /// <summary>The time allowed from <see cref="ClockStartedAt"/> to the meeting; calendar time, weekends count.</summary>
    public TimeSpan Deadline { get; private set; }

    /// <summary>
    /// When the deadline began to run: at the last resolve or, for a reported past incident, at the report; null while it is stopped.
    /// </summary>
    public DateTimeOffset? ClockStartedAt { get; private set; }

    /// <summary>The deadline of the meeting; null while the clock is stopped and when no post-mortem is needed.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Who facilitates; null until someone does.</summary>
    public PersonId? Facilitator { get; private set; }

    /// <summary>Who said "not me" when asked to facilitate; never asked again for this incident.</summary>
    public IReadOnlyList<PersonId> DeclinedFacilitators => _declinedFacilitators;

    /// <summary>Who waived it last; kept when the waiver lapses.</summary>
    public PersonId? WaivedBy { get; private set; }

    /// <summary>Why it was waived; 1 to <see cref="PostMortemLimits.Reason"/> characters.</summary>
    public string? WaivedReason { get; private set; }

    /// <summary>When it was waived.</summary>
    public DateTimeOffset? WaivedAt { get; private set; }

    /// <summary>When the meeting was held or, if there was none, the write-up was published; null before.</summary>
    public DateTimeOffset? HeldOrPublishedAt => Meeting.HeldAt ?? WriteUp.PublishedAt;

    /// <summary>Whether there may still be a meeting: it is needed, neither held nor waived, and no write-up was published.</summary>
    public bool IsMeetingAhead => HeldOrPublishedAt is null && State is not (PostMortemState.Waived or PostMortemState.NotRequired);

    /// <summary>The meeting; empty until it is scheduled.</summary>
    public MeetingPlan Meeting { get; private set; } = new();

    /// <summary>The document.</summary>
    public WriteUp WriteUp { get; private set; } = new();

    /// <summary>The follow-up reviews: progress, effectiveness and recurrence.</summary>
    public FollowUpReviews Reviews { get; private set; } = new();

    /// <summary>How many people are invited, the facilitator included.</summary>
    public int MeetingSize => Meeting.Attendees.Concat(Facilitator is { } facilitator ? [facilitator] : []).Distinct().Count();

    /// <summary>The changes of the post-mortem, its meeting, its write-up and its reviews, oldest first.</summary>
    public IReadOnlyList<PostMortemChange> AllChanges =>
        [.. History.Concat(Meeting.History).Concat(WriteUp.History).Concat(Reviews.History).OrderBy(change => change.At)];

    /// <summary>The last change of a part; null when there was none.</summary>
    /// <param name="part">As in <see cref="PostMortemPart"/>.</param>
    public PostMortemChange? LastChangeOf(string part) => AllChanges.LastOrDefault(change => change.Part == part);
}
