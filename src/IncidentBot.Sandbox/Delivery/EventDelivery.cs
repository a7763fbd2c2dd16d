using System.Threading.Channels;

namespace IncidentBot.Sandbox.Delivery;

/// <summary>
/// The Events API: in order, one at a time; again at once, after one minute and after five of the workspace's clock.
/// </summary>
internal sealed class EventDelivery(BotClient bot, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan[] RetryAfter = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private const int Remembered = 100;

    private readonly Channel<BotRequest> queue = Channel.CreateUnbounded<BotRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock gate = new();
    private readonly HashSet<ITimer> retries = [];
    private readonly List<TaskCompletionSource> waiting = [];
    private readonly List<BotRequest> delivered = [];
    private int pending;

    /// <summary>What is queued or under way; retries that wait for the clock do not count.</summary>
    public int Pending
    {
        get
        {
            lock (gate)
            {
                return pending;
            }
        }
    }

    public int WaitingRetries
    {
        get
        {
            lock (gate)
            {
                return retries.Count;
            }
        }
    }

    public void Enqueue(BotRequest delivery)
    {
        if (!bot.IsReachable)
        {
            return;
        }

        lock (gate)
        {
            pending++;
        }

        queue.Writer.TryWrite(delivery);
    }

    /// <summary>Delivers the newest events once more, as after an acknowledgement that got lost.</summary>
    public void RepeatLast(int count = 1)
    {
        BotRequest[] again;
        lock (gate)
        {
            again = [.. delivered.TakeLast(count)];
        }

        foreach (var delivery in again)
        {
            Enqueue(delivery with { Attempt = 1, RetryReason = "http_timeout" });
        }
    }

    public Task SettleAsync()
    {
        lock (gate)
        {
            if (pending == 0)
            {
                return Task.CompletedTask;
            }

            var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add(settled);
            return settled.Task;
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var delivery in queue.Reader.ReadAllAsync(cancellationToken))
        {
            var answer = await bot.SendAsync(delivery, cancellationToken);
            if (!answer.Ok && !answer.NoRetry && delivery.Attempt < RetryAfter.Length)
            {
                Retry(delivery with { Attempt = delivery.Attempt + 1, RetryReason = answer.Failure }, RetryAfter[delivery.Attempt]);
            }

            Done(delivery);
        }
    }

    public void Dispose()
    {
        queue.Writer.TryComplete();
        lock (gate)
        {
            foreach (var timer in retries)
            {
                timer.Dispose();
            }

            retries.Clear();
        }
    }

    private void Retry(BotRequest delivery, TimeSpan after)
    {
        if (after == TimeSpan.Zero)
        {
            Enqueue(delivery);
            return;
        }

        ITimer? timer = null;
        lock (gate)
        {
            timer = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            retries.Add(timer);
        }

        timer.Change(after, Timeout.InfiniteTimeSpan);

        void Fire()
        {
            lock (gate)
            {
                retries.Remove(timer!);
            }

            timer!.Dispose();
            Enqueue(delivery);
        }
    }

    private void Done(BotRequest delivery)
    {
        TaskCompletionSource[] settled = [];
        lock (gate)
        {
            if (delivery.Attempt == 0)
            {
                delivered.Add(delivery);
                delivered.RemoveRange(0, Math.Max(0, delivered.Count - Remembered));
            }

            if (--pending == 0)
            {
                settled = [.. waiting];
                waiting.Clear();
            }
        }

        foreach (var waiter in settled)
        {
            waiter.SetResult();
        }
    }
}
