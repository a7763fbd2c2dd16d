namespace IncidentBot.Crashes.ServiceUnderTest;

/// <summary>A clock that stands still until the test moves it. Timers run on real time, because only timeouts use them.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);
}
