using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.PostMortems;

/// <summary>The unique keys of DMs about a post-mortem, so that each reminder reaches a person once, even after restarts.</summary>
internal static class ReminderKey
{
    public static string For(PostMortemReminder reminder, PersonId person) => $"{reminder.Key}:{person}";

    /// <summary>When the meeting became too late for a deadline.</summary>
    public static string LateMeeting(PostMortem postMortem) =>
        FormattableString.Invariant($"late_meeting:{postMortem.Id:N}:{postMortem.DueAt?.ToUnixTimeSeconds()}");

    /// <summary>Once for each time at which the meeting was planned, however many people can't attend.</summary>
    public static string CannotAttend(PostMortem postMortem) =>
        FormattableString.Invariant($"cannot_attend:{postMortem.Id:N}:{postMortem.Meeting.Start?.ToUnixTimeSeconds()}");

    public static string FacilitatorAssigned(PostMortem postMortem, PersonId person) =>
        $"facilitator:{postMortem.Id:N}:{person}:{postMortem.Version}";

    public static string FacilitatorLeft(PostMortem postMortem, PersonId person) =>
        $"facilitator_left:{postMortem.Id:N}:{person}:{postMortem.Version}";

    public static string FacilitatorCall(PostMortem postMortem) => $"facilitator_call:{postMortem.Id:N}";
}
