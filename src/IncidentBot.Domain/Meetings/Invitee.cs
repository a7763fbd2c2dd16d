namespace IncidentBot.Domain.Meetings;

/// <summary>Why someone belongs into the meeting. The numbers are stored and never change.</summary>
[Flags]
public enum InviteeParts
{
    /// <summary>For no reason of these: they were interested, or they were affected.</summary>
    None = 0,

    /// <summary>They responded.</summary>
    Responder = 1,

    /// <summary>They found out what it was.</summary>
    DiagnosedIt = 2,

    /// <summary>They shipped the change that set it off.</summary>
    ShippedTheChange = 4,

    /// <summary>They speak for a team that felt it.</summary>
    AffectedTeam = 8,

    /// <summary>They have the authority to commit to actions: a manager or tech lead.</summary>
    CanCommit = 16,
}

/// <summary>Someone who belongs to a post-mortem: invited, there, or to sign off on what came out of it.</summary>
public sealed class Invitee
{
    internal Invitee(PersonId person) => Person = person;

    private Invitee()
    {
    }

    /// <summary>Who.</summary>
    public PersonId Person { get; private set; }

    /// <summary>Why they belong into the meeting.</summary>
    public InviteeParts Parts { get; private set; }

    /// <summary>They are invited; false for those who were involved and only get the draft.</summary>
    public bool IsInvited { get; private set; }

    /// <summary>Whether they were there; null while no one said.</summary>
    public bool? Present { get; private set; }

    /// <summary>By the end of which day, on their own clock, they are to sign off; null while they were not asked to.</summary>
    public DateOnly? SignOffDue { get; private set; }

    /// <summary>When they signed off on the actions, UTC; null before.</summary>
    public DateTimeOffset? SignedOffAt { get; private set; }

    /// <summary>They are to read the draft and sign off, and have not.</summary>
    public bool OwesSignOff => SignOffDue is not null && SignedOffAt is null;

    internal void Invite(InviteeParts parts) => (Parts, IsInvited) = (parts, true);

    internal void Uninvite() => (Parts, IsInvited) = (InviteeParts.None, false);

    internal void Note(bool present) => Present = present;

    internal void AskToSignOff(DateOnly due) => SignOffDue = due;

    internal void SignOff(DateTimeOffset now) => SignedOffAt = now.ToUniversalTime();
}
