using IncidentBot.Features.ActionItems;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.PostMortems.Archiving;
using IncidentBot.Features.PostMortems.Facilitating;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Features.PostMortems.Reminding;
using IncidentBot.Features.PostMortems.SigningOff;
using IncidentBot.Features.PostMortems.Room;
using IncidentBot.Features.Timelines.Reading;
using IncidentBot.Outbox;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Sweeps;

namespace IncidentBot;

/// <summary>
/// What the clock triggers. Each row is a recurring Hangfire job, or a timer of this process where people watch the seconds.
/// The interval says how often it looks; the sweep decides by our clock what is due.
/// </summary>
internal static class JobSchedule
{
    public static SweepTable Create() => new SweepTable()

        // People
        .Every<RefreshStalePeople>(TimeSpan.FromMinutes(10))

        // What Slack refused
        .Every<TryHeldAgain>(TimeSpan.FromMinutes(1))

        // Storage
        .Every<ForgetFinishedWork>(TimeSpan.FromHours(1))

        // Lifecycle
        .Every<FreeRoles>(TimeSpan.FromMinutes(1))
        .Every<UpdateReminders>(TimeSpan.FromSeconds(30))
        .Every<LeadNudges>(TimeSpan.FromSeconds(30))

        // Timeline
        .InProcess<MergeMissed>(TimeSpan.FromSeconds(10))

        // Post-mortem
        .Every<ReplaceFacilitators>(TimeSpan.FromMinutes(1))
        .Every<CallToMeeting>(TimeSpan.FromSeconds(30))
        .Every<DrawFacilitators>(TimeSpan.FromSeconds(30))
        .InProcess<RunBoards>(TimeSpan.FromSeconds(5))
        .Every<TellOfWrittenSteps>(TimeSpan.FromSeconds(30))
        .Every<RemindOfPostMortems>(TimeSpan.FromSeconds(30))
        .Every<AskForSignOff>(TimeSpan.FromSeconds(30))
        .Every<AskProgress>(TimeSpan.FromMinutes(1))
        .Every<AskEffect>(TimeSpan.FromMinutes(1))
        .Every<AskReturn>(TimeSpan.FromMinutes(1))
        .Every<TellOfOpenGap>(TimeSpan.FromMinutes(1))
        .Every<OfferArchiving>(TimeSpan.FromMinutes(5))

        // Action items: asks go out within seconds, and what was added in one go goes out in one message
        .Every<HandOverItems>(TimeSpan.FromMinutes(1))
        .Every<RemindOwners>(TimeSpan.FromSeconds(10))
        .Every<TellInCharge>(TimeSpan.FromSeconds(10))
        .Every<PostDigest>(TimeSpan.FromMinutes(1))
        ;
}
