namespace IncidentBot.Domain.Meetings;

/// <summary>Why someone should be in the meeting. The numbers are stored and never change.</summary>
[Flags]
public enum InviteeParts
{
    /// <summary>None of the other reasons, for example someone who is interested.</summary>
    None = 0,

    /// <summary>They responded.</summary>
    Responder = 1,

    /// <summary>They diagnosed it.</summary>
    DiagnosedIt = 2,

    /// <summary>They shipped the change that triggered it.</summary>
    ShippedTheChange = 4,

    /// <summary>They speak for an affected team.</summary>
    AffectedTeam = 8,

    /// <summary>They have the authority to commit to actions: a manager or tech lead.</summary>
    CanCommit = 16,
}

/// <summary>Someone who was invited to a post-mortem, attended it, or was asked to sign off.</summary>
public sealed class Invitee
{
    internal Invitee(PersonId person) => Person = person;

    private Invitee()
    {
    }

    /// <summary>Who.</summary>
    public PersonId Person { get; private set; }

    /// <summary>Why they should be in the meeting.</summary>
    public InviteeParts Parts { get; private set; }

    /// <summary>Whether they are invited; people who were involved but not invited only get the draft.</summary>
    public bool IsInvited { get; private set; }

    /// <summary>Whether they attended; null while not recorded.</summary>
    public bool? Present { get; private set; }

    /// <summary>The last day, in their own zone, to sign off; null while they were not asked to.</summary>
    public DateOnly? SignOffDue { get; private set; }

    /// <summary>When they signed off on the actions, UTC; null before.</summary>
    public DateTimeOffset? SignedOffAt { get; private set; }

    /// <summary>
    /// The start of the meeting that they can't attend, UTC; null while they can. A meeting at another time is a new question.
    /// </summary>
    public DateTimeOffset? DeclinedStart { get; private set; }

    /// <summary>They were asked to sign off and have not done so.</summary>
    public bool IsSignOffPending => SignOffDue is not null && SignedOffAt is null;

    internal void Invite(InviteeParts parts) => (Parts, IsInvited) = (parts, true);

    internal void Uninvite() => (Parts, IsInvited) = (InviteeParts.None, false);

    internal void RecordAttendance(bool present) => Present = present;

    internal void Decline(DateTimeOffset? start) => DeclinedStart = start;

    internal void AskToSignOff(DateOnly due) => SignOffDue = due;

    internal void Excuse() => SignOffDue = null;

    internal void SignOff(DateTimeOffset now) => SignedOffAt = now.ToUniversalTime();
}
