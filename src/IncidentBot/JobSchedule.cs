using IncidentBot.Effects.Reminders;
using IncidentBot.Features.ActionItems;
using IncidentBot.Features.Archiving;
using IncidentBot.Features.Board;
using IncidentBot.Features.Digests;
using IncidentBot.Features.Facilitators;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.PostMortems.Reminders;
using IncidentBot.Features.Recurrence;
using IncidentBot.Features.Timelines.Reading;
using IncidentBot.Jobs;
using IncidentBot.Operations;
using IncidentBot.People;

namespace IncidentBot;

/// <summary>
/// What the clock triggers. Each row is a recurring Hangfire job, or a timer of this process where people watch the seconds.
/// The interval says how often the sweep runs; the sweep decides by our clock what is due.
/// </summary>
internal static class JobSchedule
{
    public static SweepTable Create() => new SweepTable()

        // People
        .Every<RefreshStalePeople>(TimeSpan.FromMinutes(10))

        // What Slack refused
        .Every<RetryHeldCalls>(TimeSpan.FromMinutes(1))

        // What could not be processed
        .InProcess<NoteSetAsideEvents>(TimeSpan.FromMinutes(1))

        // Storage
        .Every<ForgetFinishedWork>(TimeSpan.FromHours(1))

        // Lifecycle
        .Every<ReleaseRoles>(TimeSpan.FromMinutes(1))
        .Every<UpdateReminders>(TimeSpan.FromSeconds(30))
        .Every<LeadNudges>(TimeSpan.FromSeconds(30))

        // Timeline
        .InProcess<CatchUpOnMessages>(TimeSpan.FromSeconds(10))

        // Post-mortem
        .Every<ReplaceFacilitators>(TimeSpan.FromMinutes(1))
        .Every<CallToMeeting>(TimeSpan.FromSeconds(30))
        .Every<RequestFacilitators>(TimeSpan.FromSeconds(30))
        .InProcess<BoardTimers>(TimeSpan.FromSeconds(5))
        .Every<NotifyAsyncSteps>(TimeSpan.FromSeconds(30))
        .Every<RemindOfPostMortems>(TimeSpan.FromSeconds(30))
        .Every<OfferArchiving>(TimeSpan.FromMinutes(5))

        // Repeats
        .Every<OpenInvestigations>(TimeSpan.FromSeconds(30))

        // Action items
        .Every<HandOverItems>(TimeSpan.FromMinutes(1))
        .Every<PostDigest>(TimeSpan.FromMinutes(1))
        .Every<PostQuarterlyPage>(TimeSpan.FromMinutes(10))

        // DMs come last, when everything above is settled. Asks go out within seconds, and what was added in one go goes out in one message
        .Every<SendReminders>(TimeSpan.FromSeconds(10))
        ;
}
