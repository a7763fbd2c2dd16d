namespace IncidentBot.Domain.Facilitators;

/// <summary>The state of a request to a member of the pool. The numbers are stored and never change.</summary>
public enum FacilitatorRequestState
{
    /// <summary>They have not answered yet.</summary>
    Waiting = 1,

    /// <summary>"I'll do it".</summary>
    Accepted = 2,

    /// <summary>"Not me".</summary>
    Declined = 3,

    /// <summary>No answer in time: someone else was asked.</summary>
    Lapsed = 4,

    /// <summary>No longer needed: someone else facilitates, or no post-mortem is due for now.</summary>
    Withdrawn = 5,
}

/// <summary>
/// One request to one member of the pool: would you facilitate this post-mortem? The requests of one
/// incident are numbered, so that two nodes that choose at once send one request.
/// </summary>
public sealed class FacilitatorRequest
{
    private FacilitatorRequest()
    {
    }

    /// <summary>How long someone has to answer, in working hours on their own clock.</summary>
    public static TimeSpan AnswerWithin { get; } = TimeSpan.FromHours(4);

    /// <summary>The incident whose post-mortem it is about.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>The number of the request for that incident, 1 first.</summary>
    public int Turn { get; private set; }

    /// <summary>Who is asked.</summary>
    public PersonId Person { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The deadline for the answer, UTC.</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    /// <summary>Its state; the concurrency token.</summary>
    public FacilitatorRequestState State { get; private set; }

    /// <summary>When it was answered, ran out or was withdrawn, UTC; null while it waits.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>No one has answered yet, and it is still needed.</summary>
    public bool IsWaiting => State == FacilitatorRequestState.Waiting;

    /// <summary>They are not asked again for this incident.</summary>
    public bool IsAnswered => State is FacilitatorRequestState.Declined or FacilitatorRequestState.Lapsed;

    /// <summary>Asks someone.</summary>
    /// <param name="incidentNumber">The incident.</param>
    /// <param name="turn">One more than the last request for it.</param>
    /// <param name="person">Who.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="answerBy">The deadline for the answer, UTC.</param>
    public static FacilitatorRequest Of(int incidentNumber, int turn, PersonId person, DateTimeOffset now, DateTimeOffset answerBy) => new()
    {
        IncidentNumber = incidentNumber,
        Turn = turn,
        Person = person,
        AskedAt = now.ToUniversalTime(),
        AnswerBy = answerBy.ToUniversalTime(),
        State = FacilitatorRequestState.Waiting,
    };

    /// <summary>Whether the time to answer is over; the deadline itself counts as over.</summary>
    /// <param name="now">UTC.</param>
    public bool IsOver(DateTimeOffset now) => IsWaiting && now >= AnswerBy;

    /// <summary>Ends the request; a late "I'll do it" is welcome, everything else counts only while it waits.</summary>
    /// <param name="state">How it ended.</param>
    /// <param name="now">When, UTC.</param>
    public void Close(FacilitatorRequestState state, DateTimeOffset now)
    {
        if (IsWaiting || state == FacilitatorRequestState.Accepted)
        {
            (State, ClosedAt) = (state, now.ToUniversalTime());
        }
    }
}
