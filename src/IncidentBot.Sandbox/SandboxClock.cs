namespace IncidentBot.Sandbox;

/// <summary>The real clock with an offset that a person may move forward; timers due on the way fire at once.</summary>
internal sealed class SandboxClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<SandboxTimer> timers = [];
    private TimeSpan offset;

    public event EventHandler? Moved;

    /// <summary>A clock that shows this instant now; the past is allowed.</summary>
    public static SandboxClock At(DateTimeOffset instant) => new() { offset = instant - System.GetUtcNow() };

    public TimeSpan Offset
    {
        get
        {
            lock (gate)
            {
                return offset;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    public void Move(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);

        SandboxTimer[] waiting;
        lock (gate)
        {
            offset += by;
            waiting = [.. timers];
        }

        foreach (var timer in waiting)
        {
            timer.Arm();
        }

        Moved?.Invoke(this, EventArgs.Empty);
    }

    public void MoveTo(DateTimeOffset instant) => Move(instant - GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SandboxTimer(this, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private void Forget(SandboxTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private sealed class SandboxTimer : ITimer
    {
        private readonly Lock gate = new();
        private readonly SandboxClock clock;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer real;
        private DateTimeOffset? due;
        private TimeSpan period;

        public SandboxTimer(SandboxClock clock, TimerCallback callback, object? state)
        {
            (this.clock, this.callback, this.state) = (clock, callback, state);
            real = System.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                this.period = period;
                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            }

            return Arm();
        }

        public bool Arm()
        {
            lock (gate)
            {
                return real.Change(Remaining(), Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            clock.Forget(this);
            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.Forget(this);
            return real.DisposeAsync();
        }

        /// <summary>The runtime's timers are limited to about 49 days; a later one is restarted when it ticks.</summary>
        private TimeSpan Remaining()
        {
            if (due is null)
            {
                return Timeout.InfiniteTimeSpan;
            }

            var left = due.Value - clock.GetUtcNow();
            return left < TimeSpan.Zero ? TimeSpan.Zero : left > TimeSpan.FromDays(40) ? TimeSpan.FromDays(40) : left;
        }

        private void Tick()
        {
            lock (gate)
            {
                if (due is null)
                {
                    return;
                }

                if (Remaining() > TimeSpan.Zero)
                {
                    Arm();
                    return;
                }

                due = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : clock.GetUtcNow() + period;
                Arm();
            }

            callback(state);
        }
    }
}
