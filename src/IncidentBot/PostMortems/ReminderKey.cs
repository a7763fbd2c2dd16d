using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.PostMortems;

/// <summary>The unique keys under which DMs about a post-mortem are sent: an occurrence reaches a person once, whatever restarts.</summary>
internal static class ReminderKey
{
    public static string For(PostMortemReminder reminder, PersonId person) => $"{reminder.Key}:{person}";

    public static string Appointed(PostMortem postMortem, PersonId person) =>
        $"facilitator:{postMortem.Id:N}:{person}:{postMortem.Version}";

    public static string FacilitatorLeft(PostMortem postMortem, PersonId person) =>
        $"facilitator_left:{postMortem.Id:N}:{person}:{postMortem.Version}";

    public static string Call(PostMortem postMortem) => $"facilitator_call:{postMortem.Id:N}";
}
