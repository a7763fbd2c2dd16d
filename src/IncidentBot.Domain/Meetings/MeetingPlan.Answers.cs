using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Meetings;

/// <content>The answers to the invitation: who can't attend at the time of the meeting.</content>
public sealed partial class MeetingPlan
{
    /// <summary>Who can't attend at the current time, in the order of the invitations.</summary>
    public IReadOnlyList<PersonId> Unavailable =>
        [.. _invitees.Where(invitee => Start is not null && invitee.DeclinedStart == Start).Select(invitee => invitee.Person)];

    /// <summary>The times that someone can't attend, whether or not the meeting is still planned for one of them.</summary>
    public IReadOnlyList<DateTimeOffset> DeclinedStarts =>
        [.. _invitees.Select(invitee => invitee.DeclinedStart).OfType<DateTimeOffset>().Distinct().Order()];

    /// <summary>Records whether someone can attend. Repeating it changes nothing.</summary>
    /// <param name="answer">Who, whether they can, and the start that their invitation showed.</param>
    /// <param name="isFacilitator">Whether they facilitate: facilitators are always invited.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when the meeting has moved or begun, or when they aren't invited.</returns>
    internal Result Answer(InvitationAnswer answer, bool isFacilitator, DateTimeOffset now)
    {
        if (Start is not { } start || HeldAt is not null || now >= start)
        {
            return new Refusal("The meeting has already begun. If you missed it, you'll be asked to read the draft.");
        }

        if (answer.Start != start)
        {
            return new Refusal("The meeting has moved since. Answer the newest invitation in the channel.");
        }

        var known = _invitees.Find(invitee => invitee.Person == answer.Person);
        if (known is not { IsInvited: true } && !isFacilitator)
        {
            return new Refusal("You aren't invited to this meeting, so you don't need to answer.");
        }

        return ChangeIf(
            known?.DeclinedStart == start == answer.CanAttend,
            () => FindOrAdd(answer.Person).Decline(answer.CanAttend ? null : start),
            answer.Person,
            now,
            answer.CanAttend ? "can attend after all" : $"can't attend on {Stamp(start)}",
            PostMortemPart.Meeting);
    }
}

/// <summary>What someone says about an invitation.</summary>
/// <param name="Person">Who.</param>
/// <param name="CanAttend">Whether they can attend.</param>
/// <param name="Start">The start that the invitation showed, UTC.</param>
public sealed record InvitationAnswer(PersonId Person, bool CanAttend, DateTimeOffset Start);
