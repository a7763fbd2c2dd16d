using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Meetings;

/// <summary>When, where and with whom the post-mortem meets.</summary>
/// <param name="Start">When it begins, UTC; in the future when it is scheduled.</param>
/// <param name="Duration">From <see cref="PostMortemLimits.ShortestMeeting"/> to <see cref="PostMortemLimits.LongestMeeting"/>.</param>
/// <param name="Link">An absolute http or https address; null when there is none.</param>
/// <param name="Attendees">Who is invited; duplicates count once.</param>
public sealed record MeetingDetails(DateTimeOffset Start, TimeSpan Duration, string? Link, IReadOnlyList<PersonId> Attendees)
{
    /// <summary>Why people are invited; people without an entry are invited without a particular reason.</summary>
    public IReadOnlyDictionary<PersonId, InviteeParts> Parts { get; init; } = new Dictionary<PersonId, InviteeParts>();

    /// <summary>The shared whiteboard, an absolute http or https address; null when there is none.</summary>
    public string? Board { get; init; }

    /// <summary>Why one of them is invited.</summary>
    /// <param name="person">Who.</param>
    public InviteeParts PartsOf(PersonId person) => Parts.GetValueOrDefault(person);
}
