namespace IncidentBot.Sandbox.Tests;

public sealed class SandboxClockTests
{
    [Fact]
    public async Task A_timer_fires_when_the_clock_passes_it()
    {
        var clock = new SandboxClock();
        var fired = new TaskCompletionSource();
        await using var timer = clock.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.FromDays(100), Timeout.InfiniteTimeSpan);

        clock.Move(TimeSpan.FromDays(60));
        Assert.False(fired.Task.IsCompleted);
        clock.Move(TimeSpan.FromDays(40));

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_clock_moves_forward_only_and_says_so()
    {
        var clock = new SandboxClock();
        var moves = 0;
        clock.Moved += (_, _) => moves++;

        var before = clock.GetUtcNow();
        clock.Move(TimeSpan.FromHours(48));

        Assert.True(clock.GetUtcNow() - before >= TimeSpan.FromHours(48));
        Assert.Equal(1, moves);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Move(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.MoveTo(before));
    }
}
