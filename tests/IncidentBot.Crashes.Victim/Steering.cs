using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Crashes.Victim;

/// <summary>How the test steers this process: its clock, its kill switch, and when to go on.</summary>
internal static class Steering
{
    public static void MapSteering(this IEndpointRouteBuilder endpoints)
    {
        var steering = endpoints.MapGroup("/crash-test");
        steering.MapPost("/ready", (Readiness readiness, CancellationToken cancellation) => readiness.EverythingAsync(cancellation));
        steering.MapPost("/clock", (DateTimeOffset now, MovedClock clock, InboxSignal inbox, OutboxSignal outbox) =>
        {
            clock.MoveTo(now);
            inbox.Set();
            outbox.Set();
        });
        steering.MapPost("/sweep", (SweepsOnDemand sweeps, CancellationToken cancellation) => sweeps.Ask().WaitAsync(cancellation));
        steering.MapPost("/rest", async (Rest rest, CancellationToken cancellation) => Results.Json(new { Next = await rest.WaitAsync(cancellation) }));
        steering.MapPost("/arm", (string moment, int nth, KillSwitch killSwitch) => killSwitch.Arm(moment, nth));
        steering.MapPost("/disarm", (KillSwitch killSwitch) => killSwitch.Disarm());
        steering.MapPost("/moments", (KillSwitch killSwitch) => Results.Json(killSwitch.Take()));
    }
}
