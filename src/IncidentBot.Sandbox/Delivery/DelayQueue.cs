namespace IncidentBot.Sandbox.Delivery;

/// <summary>Delays requests on the workspace's clock; requests due at the same time keep their order.</summary>
internal sealed class DelayQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Number)> waiting = new();
    private readonly TimeProvider clock;
    private readonly Action<BotRequest> send;
    private readonly ITimer timer;
    private long number;

    public DelayQueue(TimeProvider clock, Action<BotRequest> send)
    {
        (this.clock, this.send) = (clock, send);
        timer = clock.CreateTimer(_ => ReleaseDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
            {
                return waiting.TryPeek(out _, out var next) ? next.Due : null;
            }
        }
    }

    /// <summary>Sends a request after a delay; without a delay, at once.</summary>
    public void Add(BotRequest request, TimeSpan after) => Run(after, () => send(request));

    public void Run(TimeSpan after, Action act)
    {
        lock (gate)
        {
            if (after <= TimeSpan.Zero)
            {
                act();
                return;
            }

            waiting.Enqueue(act, (clock.GetUtcNow() + after, number++));
            Arm();
        }
    }

    public void ReleaseAll()
    {
        lock (gate)
        {
            Release(DateTimeOffset.MaxValue);
        }
    }

    public void Dispose() => timer.Dispose();

    private void ReleaseDue()
    {
        lock (gate)
        {
            Release(clock.GetUtcNow());
            Arm();
        }
    }

    private void Release(DateTimeOffset until)
    {
        while (waiting.TryPeek(out var act, out var next) && next.Due <= until)
        {
            waiting.Dequeue();
            act();
        }
    }

    private void Arm()
    {
        if (waiting.TryPeek(out _, out var next))
        {
            var left = next.Due - clock.GetUtcNow();
            timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
