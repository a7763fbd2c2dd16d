using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Meetings;

/// <summary>
/// The meeting of a post-mortem: when and where it is, who is invited, who attended, and which artefacts were gathered. Empty until it is
/// scheduled. All instants are UTC.
/// </summary>
public sealed partial class MeetingPlan : Versioned
{
    private readonly List<PersonId> _attendees = [];
    private readonly List<Invitee> _invitees = [];
    private readonly List<Artefact> _artefacts = [];

    internal MeetingPlan()
    {
    }

    /// <summary>When it begins; null until it is scheduled.</summary>
    public DateTimeOffset? Start { get; private set; }

    /// <summary>How long it is booked for; null until it is scheduled.</summary>
    public TimeSpan? Duration { get; private set; }

    /// <summary>An absolute http or https address to meet at; null when there is none.</summary>
    public string? Link { get; private set; }

    /// <summary>An absolute http or https address of a shared whiteboard; null when there is none.</summary>
    public string? BoardLink { get; private set; }

    /// <summary>How often the invitation was changed after the first time: its SEQUENCE in calendars.</summary>
    public int Moves { get; private set; }

    /// <summary>Who is invited, without duplicates.</summary>
    public IReadOnlyList<PersonId> Attendees => _attendees;

    /// <summary>When it was held or its board was started; null before.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    internal Result Schedule(MeetingDetails details, PersonId by, DateTimeOffset now)
    {
        if (Check(details, now) is { } refusal)
        {
            return refusal;
        }

        var (link, board) = (TextRule.CleanOrNull(details.Link), TextRule.CleanOrNull(details.Board));
        var isSame = Start == details.Start && Duration == details.Duration && Link == link && BoardLink == board
            && HasInvitationsOf(details);
        return ChangeIf(!isSame, Apply, by, now, $"scheduled for {Stamp(details.Start)}", PostMortemPart.Meeting);

        void Apply()
        {
            Moves += Start is null ? 0 : 1;
            (Start, Duration, Link, BoardLink) = (details.Start.ToUniversalTime(), details.Duration, link, board);
            Replace(_attendees, [.. details.Attendees.Distinct()]);
            Invite(details);
        }
    }

    internal void MarkHeld(PersonId by, DateTimeOffset now)
    {
        HeldAt = now.ToUniversalTime();
        Record(by, now, "held");
    }

    private static Refusal? Check(MeetingDetails details, DateTimeOffset now)
    {
        if (details.Start <= now)
        {
            return new Refusal("Start is in the past. Choose a later time.", "start");
        }

        if (details.Duration < PostMortemLimits.ShortestMeeting || details.Duration > PostMortemLimits.LongestMeeting)
        {
            return new Refusal("Choose a length between 15 minutes and 4 hours.", "duration");
        }

        return CheckAddress(details.Link, "link", "Enter a full web address, such as https://meet.example.com/abc.")
            ?? CheckAddress(details.Board, "board", "Enter a full web address, such as https://board.example.com/abc.");
    }

    private static Refusal? CheckAddress(string? typed, string field, string error) =>
        TextRule.WebAddress(typed, PostMortemLimits.Link, field, error);
}
