using IncidentBot.Delivery.Lanes;
using IncidentBot.Demo;
using IncidentBot.Jobs;
using IncidentBot.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>
/// Waits between two clauses until every sweep has run, every event is delivered and both queues are empty. A browser can't
/// wait for something that will not appear, and a click on an element that is being redrawn is lost.
/// </summary>
internal static class IdleWait
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    public static async Task WaitAsync(DemoApp demo, TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience);
        await demo.Service.GetRequiredService<SweepsOnDemand>().Ask().WaitAsync(enough.Token);
        using var timer = new PeriodicTimer(PollInterval);
        do
        {
            await timer.WaitForNextTickAsync(enough.Token);
        }
        while (await IsBusyAsync(demo, enough.Token));
    }

    /// <summary>During a failure, rows may wait for Slack, so only those due now count; otherwise all waiting rows count.</summary>
    private static async Task<bool> IsBusyAsync(DemoApp demo, CancellationToken cancellationToken)
    {
        var upTo = demo.Workspace.Failures.Active.Count > 0 ? demo.Workspace.Now : DateTimeOffset.MaxValue;
        return demo.Workspace.PendingDeliveries > 0
            || await demo.Service.GetRequiredService<LaneLoop<InboxRow>>().NextDueAsync(cancellationToken) <= upTo
            || await demo.Service.GetRequiredService<LaneLoop<OutboxRow>>().NextDueAsync(cancellationToken) <= upTo;
    }
}
