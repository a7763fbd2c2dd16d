using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Meetings;

/// <content>Who is invited and why, who attended, and who signs off.</content>
public sealed partial class MeetingPlan
{
    /// <summary>Everyone who was invited, attended, or was asked to sign off.</summary>
    public IReadOnlyList<Invitee> Invitees => _invitees;

    /// <summary>Records who attended; other invited people count as absent. Recording again replaces the list.</summary>
    /// <param name="present">Who attended.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused before the meeting was held.</returns>
    public Result RecordAttendance(IReadOnlyCollection<PersonId> present, PersonId by, DateTimeOffset now)
    {
        if (HeldAt is null)
        {
            return new Refusal("The post-mortem hasn't been held yet. Press “We held it” first.", "present");
        }

        var before = _invitees.Where(invitee => invitee.Present == true).Select(invitee => invitee.Person).ToHashSet();
        var wasRecorded = _invitees.Exists(invitee => invitee.Present is not null);
        var invited = _invitees.Where(invitee => invitee.IsInvited);
        foreach (var invitee in present.Distinct().Select(FindOrAdd).Concat(invited).Distinct().ToList())
        {
            invitee.RecordAttendance(present.Contains(invitee.Person));
        }

        foreach (var uninvited in _invitees.Where(invitee => !invitee.IsInvited && !present.Contains(invitee.Person)))
        {
            uninvited.RecordAttendance(present: false);
        }

        if (!wasRecorded || !before.SetEquals(present))
        {
            Record(by, now, $"attendance recorded: {present.Distinct().Count()} present", PostMortemPart.Attendance);
        }

        return Result.Accepted;
    }

    /// <summary>Asks absent people to read the draft and sign off; no one is asked twice.</summary>
    /// <param name="due">The people, and the last day for each in their own zone.</param>
    /// <param name="now">When, UTC.</param>
    public void AskToSignOff(IReadOnlyDictionary<PersonId, DateOnly> due, DateTimeOffset now)
    {
        var asked = due.Where(pair => FindOrAdd(pair.Key) is { SignOffDue: null, Present: not true }).ToList();
        foreach (var (person, day) in asked)
        {
            FindOrAdd(person).AskToSignOff(day);
        }

        if (asked.Count > 0)
        {
            Record(null, now, $"sign-offs requested: {asked.Count}", PostMortemPart.Attendance);
        }
    }

    /// <summary>Records that someone read the draft and signs off on its actions. Repeating it changes nothing.</summary>
    /// <param name="person">Who.</param>
    /// <param name="attended">Whether they attended and sign off without being asked.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for people who neither attended nor were asked.</returns>
    public Result SignOff(PersonId person, bool attended, DateTimeOffset now)
    {
        var known = _invitees.Find(invitee => invitee.Person == person);
        if (!attended && known is not { SignOffDue: not null })
        {
            return new Refusal("You weren't at the meeting and weren't asked to sign off. You can still send corrections.");
        }

        if (known?.SignedOffAt is null)
        {
            FindOrAdd(person).SignOff(now);
            Record(person, now, "signed off", PostMortemPart.Attendance);
        }

        return Result.Accepted;
    }

    /// <summary>No longer waits for someone's sign-off. Repeating it changes nothing.</summary>
    /// <param name="person">Who did not sign off.</param>
    /// <param name="by">Who decides; the caller checks that they may.</param>
    /// <param name="now">When, UTC.</param>
    public Result ExcuseFromSignOff(PersonId person, PersonId by, DateTimeOffset now)
    {
        if (_invitees.Find(invitee => invitee.Person == person) is { IsSignOffPending: true } invitee)
        {
            invitee.Excuse();
            RecordAbout(person, by, now, $"no longer waiting for the sign-off of {person}", PostMortemPart.Attendance);
        }

        return Result.Accepted;
    }

    /// <summary>Replaces the invitations and their reasons; people who are no longer invited keep their attendance and sign-off.</summary>
    private void Invite(MeetingDetails plan)
    {
        foreach (var invitee in _invitees.Where(invitee => !plan.Attendees.Contains(invitee.Person)))
        {
            invitee.Uninvite();
        }

        foreach (var person in plan.Attendees.Distinct())
        {
            FindOrAdd(person).Invite(plan.PartsOf(person));
        }
    }

    private bool HasInvitationsOf(MeetingDetails plan) =>
        plan.Attendees.Distinct().SequenceEqual(_attendees)
        && _attendees.TrueForAll(person => _invitees.Find(invitee => invitee.Person == person)?.Parts == plan.PartsOf(person));

    private Invitee FindOrAdd(PersonId person)
    {
        if (_invitees.Find(invitee => invitee.Person == person) is { } known)
        {
            return known;
        }

        var added = new Invitee(person);
        _invitees.Add(added);
        return added;
    }
}
