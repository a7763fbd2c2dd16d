using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Hosting;

/// <summary>For whoever waits inside a call: the clock that stands still is moved by as much, so that nobody has to be asked to move it.</summary>
internal sealed class PassingTime(FakeTimeProvider time) : TimeProvider
{
    private readonly Lock _gate = new();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero)
        {
            lock (_gate)
            {
                time.Advance(dueTime);
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
