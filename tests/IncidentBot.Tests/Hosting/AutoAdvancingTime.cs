using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Hosting;

/// <summary>A clock that advances by the length of every timer, so that a wait inside a call ends at once.</summary>
internal sealed class AutoAdvancingTime(FakeTimeProvider time) : TimeProvider
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

        return new CompletedTimer();
    }

    private sealed class CompletedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
