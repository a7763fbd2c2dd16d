namespace IncidentBot.Sandbox.Delivery;

/// <summary>
/// The Events API: delivers events in order, one at a time; retries at once, after one minute and after five on the workspace's clock.
/// </summary>
internal sealed class EventDelivery : IDisposable
{
    private static readonly TimeSpan[] RetryAfter = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private const int Remembered = 100;

    private readonly BotClient bot;
    private readonly DeliveryQueue queue = new();
    private readonly DelayQueue retries;
    private readonly Lock gate = new();
    private readonly List<BotRequest> delivered = [];

    public EventDelivery(BotClient bot, TimeProvider clock)
    {
        this.bot = bot;
        retries = new DelayQueue(clock, Enqueue);
    }

    /// <summary>Events that are queued or being delivered, without those that wait for the clock or the end of an outage.</summary>
    public int Pending => queue.Pending;

    public int WaitingRetries => retries.Count;

    /// <summary>When the next retry is due; null if none is waiting.</summary>
    public DateTimeOffset? NextRetry => retries.NextDue;

    public void Enqueue(BotRequest delivery)
    {
        if (bot.HasAddress)
        {
            queue.Add(delivery);
        }
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

    /// <summary>Nothing is delivered until <see cref="Release"/>; it waits in its order.</summary>
    public void Hold() => queue.Hold(true);

    public void Release() => queue.Hold(false);

    public Task SettleAsync() => queue.SettleAsync();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var delivery = await queue.TakeAsync(cancellationToken);
            if (delivery.Overlaps)
            {
                var again = delivery with { Attempt = 1, RetryReason = "http_timeout", Overlaps = false };
                await Task.WhenAll(DeliverAsync(delivery, cancellationToken), bot.SendAsync(again, cancellationToken));
            }
            else
            {
                await DeliverAsync(delivery, cancellationToken);
            }

            queue.Done();
        }
    }

    public void Dispose()
    {
        retries.Dispose();
        queue.Dispose();
    }

    private async Task DeliverAsync(BotRequest delivery, CancellationToken cancellationToken)
    {
        var answer = await bot.SendAsync(delivery, cancellationToken);
        if (!answer.Ok && !answer.NoRetry && delivery.Attempt < RetryAfter.Length)
        {
            retries.Add(
                delivery with { Attempt = delivery.Attempt + 1, RetryReason = answer.Failure, Overlaps = false },
                RetryAfter[delivery.Attempt]);
        }

        if (delivery.Attempt == 0)
        {
            lock (gate)
            {
                delivered.Add(delivery);
                delivered.RemoveRange(0, Math.Max(0, delivered.Count - Remembered));
            }
        }
    }
}
