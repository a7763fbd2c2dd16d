using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Meetings;

/// <content>Who is invited and why, who was there, and who signs off on what they missed.</content>
public sealed partial class MeetingPlan
{
    /// <summary>Everyone who belongs to it: invited, there, or asked to sign off.</summary>
    public IReadOnlyList<Invitee> Invitees => _invitees;

    /// <summary>Says who was in the meeting; whoever was invited and is not named was not. Again replaces what was said.</summary>
    /// <param name="present">Who was there.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused before the meeting was held.</returns>
    public Result NoteAttendance(IReadOnlyCollection<PersonId> present, PersonId by, DateTimeOffset now)
    {
        if (HeldAt is null)
        {
            return new Refusal("The post-mortem hasn't been held yet. Press “We held it” first.", "present");
        }

        var before = _invitees.Where(invitee => invitee.Present == true).Select(invitee => invitee.Person).ToHashSet();
        var isKnown = _invitees.Exists(invitee => invitee.Present is not null);
        foreach (var invitee in present.Distinct().Select(Known).Concat(_invitees.Where(invitee => invitee.IsInvited)).Distinct().ToList())
        {
            invitee.Note(present.Contains(invitee.Person));
        }

        foreach (var gone in _invitees.Where(invitee => !invitee.IsInvited && !present.Contains(invitee.Person)))
        {
            gone.Note(present: false);
        }

        if (!isKnown || !before.SetEquals(present))
        {
            Record(by, now, $"said who was there: {present.Distinct().Count()}", PostMortemPart.Attendance);
        }

        return Result.Accepted;
    }

    /// <summary>Asks those who were not there to read the draft and sign off; whoever was asked already is not asked again.</summary>
    /// <param name="due">Whom, and by the end of which day on their own clock.</param>
    /// <param name="now">When, UTC.</param>
    public void AskToSignOff(IReadOnlyDictionary<PersonId, DateOnly> due, DateTimeOffset now)
    {
        var asked = due.Where(pair => Known(pair.Key) is { SignOffDue: null, Present: not true }).ToList();
        foreach (var (person, day) in asked)
        {
            Known(person).AskToSignOff(day);
        }

        if (asked.Count > 0)
        {
            Record(null, now, $"asked {asked.Count} to sign off", PostMortemPart.Attendance);
        }
    }

    /// <summary>Someone read the draft and stands by its actions. Twice is once.</summary>
    /// <param name="person">Who.</param>
    /// <param name="wasThere">They were in the meeting, and sign off without being asked to.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for those who were neither there nor asked.</returns>
    public Result SignOff(PersonId person, bool wasThere, DateTimeOffset now)
    {
        var known = _invitees.Find(invitee => invitee.Person == person);
        if (!wasThere && known is not { SignOffDue: not null })
        {
            return new Refusal("You weren't at the meeting and weren't asked to sign off. You can still send corrections.");
        }

        if (known?.SignedOffAt is null)
        {
            Known(person).SignOff(now);
            Record(person, now, "signed off", PostMortemPart.Attendance);
        }

        return Result.Accepted;
    }

    /// <summary>Takes over who is invited and why; whoever is no longer invited keeps what is known of them.</summary>
    private void Invite(MeetingDetails plan)
    {
        foreach (var invitee in _invitees.Where(invitee => !plan.Attendees.Contains(invitee.Person)))
        {
            invitee.Uninvite();
        }

        foreach (var person in plan.Attendees.Distinct())
        {
            Known(person).Invite(plan.PartsOf(person));
        }
    }

    private bool Invites(MeetingDetails plan) =>
        plan.Attendees.Distinct().SequenceEqual(_attendees)
        && _attendees.TrueForAll(person => _invitees.Find(invitee => invitee.Person == person)?.Parts == plan.PartsOf(person));

    private Invitee Known(PersonId person)
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
