using IncidentBot.Effects.Reminders;
using IncidentBot.Features.ActionItems;
using IncidentBot.Features.Archiving;
using IncidentBot.Features.Board;
using IncidentBot.Features.Digests;
using IncidentBot.Features.Digests.Subscriptions;
using IncidentBot.Features.Facilitators;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.PostMortems.Reminders;
using IncidentBot.Features.Recurrence;
using IncidentBot.Features.Timelines.Reading;
using IncidentBot.Jobs;
using IncidentBot.Operations;
using IncidentBot.People;
using IncidentBot.PostMortems.Search;

namespace IncidentBot;

/// <summary>
/// What the clock triggers. Each row is a recurring Hangfire job, or a timer of this process where people watch the seconds.
/// The interval says how often the sweep runs; the sweep decides by our clock what is due.
/// </summary>
internal static class JobSchedule
{
    /// <summary>DMs come last, when everything above is settled: what was added in one go then goes out in one message.</summary>
    public static SweepTable Create() => new SweepTable()
        .Operations()
        .Incidents()
        .PostMortems()
        .Learning()
        .ActionItems()
        .Every<SendReminders>(TimeSpan.FromSeconds(10));

    private static SweepTable Operations(this SweepTable sweeps) => sweeps
        .Every<RefreshStalePeople>(TimeSpan.FromMinutes(10))
        .Every<RetryHeldCalls>(TimeSpan.FromMinutes(1))
        .InProcess<NoteSetAsideEvents>(TimeSpan.FromMinutes(1))
        .Every<ForgetFinishedWork>(TimeSpan.FromHours(1));

    private static SweepTable Incidents(this SweepTable sweeps) => sweeps
        .Every<ReleaseRoles>(TimeSpan.FromMinutes(1))
        .Every<NotifySubscribers>(TimeSpan.FromSeconds(30))
        .Every<UpdateReminders>(TimeSpan.FromSeconds(30))
        .Every<LeadNudges>(TimeSpan.FromSeconds(30))
        .InProcess<CatchUpOnMessages>(TimeSpan.FromSeconds(10));

    private static SweepTable PostMortems(this SweepTable sweeps) => sweeps
        .Every<ReplaceFacilitators>(TimeSpan.FromMinutes(1))
        .Every<CallToMeeting>(TimeSpan.FromSeconds(30))
        .Every<RequestFacilitators>(TimeSpan.FromSeconds(30))
        .InProcess<BoardTimers>(TimeSpan.FromSeconds(5))
        .Every<NotifyAsyncSteps>(TimeSpan.FromSeconds(30))
        .Every<RemindOfPostMortems>(TimeSpan.FromSeconds(30))
        .Every<OfferArchiving>(TimeSpan.FromMinutes(5));

    private static SweepTable Learning(this SweepTable sweeps) => sweeps
        .InProcess<FillSearchIndex>(TimeSpan.FromSeconds(5))
        .Every<PlaceLog>(TimeSpan.FromMinutes(10))
        .Every<OpenInvestigations>(TimeSpan.FromSeconds(30))
        .Every<PostServiceDigests>(TimeSpan.FromMinutes(1))
        .Every<PostQuarterlyPage>(TimeSpan.FromMinutes(10));

    private static SweepTable ActionItems(this SweepTable sweeps) => sweeps
        .Every<HandOverItems>(TimeSpan.FromMinutes(1))
        .Every<PostDigest>(TimeSpan.FromMinutes(1));
}
