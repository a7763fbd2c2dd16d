namespace IncidentBot.Domain.Meetings;

/// <summary>Who attended a post-mortem, as far as is known.</summary>
/// <param name="Present">Who attended, each once; empty while nothing is known.</param>
/// <param name="Absent">Who was invited and did not attend; empty while nothing is known.</param>
public sealed record Attendance(IReadOnlyList<PersonId> Present, IReadOnlyList<PersonId> Absent)
{
    private static readonly Attendance Unknown = new([], []);

    /// <summary>False while nobody recorded it and too few pressed "I'm here" on the board.</summary>
    public bool IsKnown => Present.Count > 0;

    /// <summary>
    /// The recorded attendance, otherwise the people on the board. The person who runs the board is always on it, which says nothing
    /// about the others.
    /// </summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="onTheBoard">Who pressed "I'm here"; empty without a board.</param>
    public static Attendance Of(MeetingPlan meeting, IReadOnlyList<PersonId> onTheBoard)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var recorded = meeting.Invitees.Where(invitee => invitee.Present == true).Select(invitee => invitee.Person).ToList();
        var present = recorded.Count > 0 ? recorded : onTheBoard.Count > 1 ? onTheBoard : [];
        return present.Count == 0 ? Unknown : new Attendance(present, [.. meeting.Attendees.Except(present)]);
    }
}
