using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.PostMortems.Reminding;
using IncidentBot.Sweeps;

namespace IncidentBot;

/// <summary>What the clock triggers, and how often it is asked. Each sweep decides by our clock what is due.</summary>
internal static class JobSchedule
{
    public static SweepTable Create() => new SweepTable()

        // Lifecycle
        .Every<UpdateReminders>(TimeSpan.FromSeconds(30))
        .Every<LeadNudges>(TimeSpan.FromSeconds(30))

        // Post-mortem
        .Every<RemindOfPostMortems>(TimeSpan.FromSeconds(30))

        // Action items
        ;
}
