using IncidentBot.Delivery.Lanes;
using IncidentBot.Demo;
using IncidentBot.Jobs;
using IncidentBot.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>
/// A browser can wait for what will show, not for what will not, and a click on something that is just being redrawn is
/// lost. So between two clauses: every sweep has run, every event is delivered, both queues are worked off, and it is drawn.
/// </summary>
internal static class Settling
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task WaitAsync(DemoApp demo, TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience);
        await demo.Service.GetRequiredService<SweepsOnDemand>().Ask().WaitAsync(enough.Token);
        using var timer = new PeriodicTimer(Look);
        do
        {
            await timer.WaitForNextTickAsync(enough.Token);
        }
        while (await IsBusyAsync(demo, enough.Token));
    }

    /// <summary>While Slack is difficult something may wait for it: then what is due now counts, else everything that waits.</summary>
    private static async Task<bool> IsBusyAsync(DemoApp demo, CancellationToken cancellationToken)
    {
        var upTo = demo.Workspace.Troubles.Active.Count > 0 ? demo.Workspace.Now : DateTimeOffset.MaxValue;
        return demo.Workspace.PendingDeliveries > 0
            || await demo.Service.GetRequiredService<LaneLoop<InboxRow>>().NextDueAsync(cancellationToken) <= upTo
            || await demo.Service.GetRequiredService<LaneLoop<OutboxRow>>().NextDueAsync(cancellationToken) <= upTo;
    }
}
