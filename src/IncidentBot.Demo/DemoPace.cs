using IncidentBot.Delivery.Lanes;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Demo;

/// <summary>Moves the demo's clock, and waits until everything that follows from people's actions has happened.</summary>
internal sealed class DemoPace(DemoApp demo)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly LaneLoop<InboxRow> _inbox = demo.Service.GetRequiredService<LaneLoop<InboxRow>>();
    private readonly LaneLoop<OutboxRow> _outbox = demo.Service.GetRequiredService<LaneLoop<OutboxRow>>();

    /// <summary>Moves the clock forward and waits until everything that became due has happened.</summary>
    public async Task MoveToAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        demo.Clock.MoveTo(instant);
        await demo.SweptAsync().WaitAsync(cancellationToken);
        await SettleAsync(cancellationToken);
    }

    /// <summary>Waits until every event is delivered and processed, and every call to Slack is made.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(PollInterval);
        while (await IsBusyAsync(cancellationToken))
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>
    /// During a failure of Slack, rows may wait for its end, so only those that are due count; otherwise every waiting row counts.
    /// </summary>
    public async Task<bool> IsBusyAsync(CancellationToken cancellationToken)
    {
        var upTo = demo.Workspace.Failures.Active.Count > 0 ? demo.Workspace.Now : DateTimeOffset.MaxValue;
        return demo.Workspace.PendingDeliveries > 0
            || await _inbox.NextDueAsync(cancellationToken) <= upTo
            || await _outbox.NextDueAsync(cancellationToken) <= upTo
            || demo.Workspace.PendingDeliveries > 0;
    }
}
