namespace IncidentBot.Sandbox.Delivery;

/// <summary>Requests in order; while the queue is held, none is delivered.</summary>
internal sealed class DeliveryQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<BotRequest> waiting = [];
    private readonly List<TaskCompletionSource> settlers = [];
    private readonly SemaphoreSlim news = new(0);
    private int underWay;
    private bool isHeld;

    /// <summary>Queued or under way; those that are held back do not count.</summary>
    public int Pending
    {
        get
        {
            lock (gate)
            {
                return underWay + (isHeld ? 0 : waiting.Count);
            }
        }
    }

    public void Add(BotRequest request)
    {
        lock (gate)
        {
            waiting.Enqueue(request);
        }

        news.Release();
    }

    public void Hold(bool held)
    {
        lock (gate)
        {
            isHeld = held;
        }

        news.Release();
        TellSettlers();
    }

    public async Task<BotRequest> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (gate)
            {
                if (!isHeld && waiting.TryDequeue(out var request))
                {
                    underWay++;
                    return request;
                }
            }

            await news.WaitAsync(cancellationToken);
        }
    }

    public void Done()
    {
        lock (gate)
        {
            underWay--;
        }

        TellSettlers();
    }

    /// <summary>RecurrenceAnswers when nothing is pending.</summary>
    public Task SettleAsync()
    {
        lock (gate)
        {
            if (Pending == 0)
            {
                return Task.CompletedTask;
            }

            var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            settlers.Add(settled);
            return settled.Task;
        }
    }

    public void Dispose() => news.Dispose();

    private void TellSettlers()
    {
        lock (gate)
        {
            if (Pending > 0)
            {
                return;
            }

            settlers.ForEach(settler => settler.SetResult());
            settlers.Clear();
        }
    }
}
