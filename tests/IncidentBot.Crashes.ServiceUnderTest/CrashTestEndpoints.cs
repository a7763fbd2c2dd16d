using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Crashes.ServiceUnderTest;

/// <summary>How the test controls this process: its clock, its kill switch, its sweeps, and waiting until it is idle.</summary>
internal static class CrashTestEndpoints
{
    public static void MapCrashTest(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/crash-test");
        group.MapPost("/ready", (Readiness readiness, CancellationToken cancellation) => readiness.EverythingAsync(cancellation));
        group.MapPost("/clock", (DateTimeOffset now, ManualClock clock, InboxSignal inbox, OutboxSignal outbox) =>
        {
            clock.MoveTo(now);
            inbox.Set();
            outbox.Set();
        });
        group.MapPost("/sweep", (SweepsOnDemand sweeps, CancellationToken cancellation) => sweeps.Ask().WaitAsync(cancellation));
        group.MapPost("/idle", async (IdleMonitor idle, CancellationToken cancellation) =>
            Results.Json(new { Next = await idle.WaitAsync(cancellation) }));
        group.MapPost("/arm", (string checkpoint, int nth, KillSwitch killSwitch) => killSwitch.Arm(checkpoint, nth));
        group.MapPost("/disarm", (KillSwitch killSwitch) => killSwitch.Disarm());
        group.MapPost("/checkpoints", (KillSwitch killSwitch) => Results.Json(killSwitch.Take()));
    }
}
