namespace IncidentBot.Sandbox.Failures;

internal enum CallFailureKind
{
    /// <summary>HTTP 429 with Retry-After.</summary>
    RateLimited,

    /// <summary>HTTP 500 before anything happened.</summary>
    ServerError,

    /// <summary>HTTP 503 with an HTML page.</summary>
    HtmlUnavailable,

    /// <summary>It happens, and then the connection breaks.</summary>
    TimeoutAfterEffect,

    /// <summary>HTTP 200 with the given error code.</summary>
    Error,

    /// <summary>The connection breaks before anything happened.</summary>
    ConnectionAborted,

    /// <summary>It happens late: after <see cref="CallFailure.SlowSeconds"/> of the workspace's clock.</summary>
    Slow,
}

internal sealed record CallFailure(CallFailureKind Kind)
{
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>How long a call of <see cref="CallFailureKind.Slow"/> takes.</summary>
    public int SlowSeconds { get; init; } = 2;

    /// <summary>The code of <see cref="CallFailureKind.Error"/>, for example name_taken.</summary>
    public string Code { get; init; } = "internal_error";

    public override string ToString() => Kind switch
    {
        CallFailureKind.RateLimited => $"429, retry after {RetryAfterSeconds} s",
        CallFailureKind.ServerError => "500",
        CallFailureKind.HtmlUnavailable => "503 with a web page",
        CallFailureKind.TimeoutAfterEffect => "done, but the answer is lost",
        CallFailureKind.ConnectionAborted => "connection broken",
        CallFailureKind.Slow => $"slow, {SlowSeconds} s",
        _ => Code,
    };
}

/// <summary>Makes API calls fail: for one method or <see cref="AnyMethod"/>, for the next few calls or until stopped.</summary>
internal sealed class CallFailures
{
    public const string AnyMethod = "*";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<CallFailure>> queued = [];
    private readonly Dictionary<string, CallFailure> standing = [];
    private int underWay;

    public event EventHandler? Changed;

    /// <summary>How many slow calls have arrived and are not answered yet.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    public void Next(string method, CallFailureKind kind, int calls = 1) => Next(method, new CallFailure(kind), calls);

    public void Next(string method, CallFailure failure, int calls = 1)
    {
        lock (gate)
        {
            if (!queued.TryGetValue(method, out var queue))
            {
                queued[method] = queue = new Queue<CallFailure>();
            }

            for (var i = 0; i < calls; i++)
            {
                queue.Enqueue(failure);
            }
        }

        NotifyChanged();
    }

    /// <summary>Every call, until <see cref="Stop"/>; those of <see cref="Next(string, CallFailure, int)"/> come first.</summary>
    public void Always(string method, CallFailureKind kind) => Always(method, new CallFailure(kind));

    public void Always(string method, CallFailure failure)
    {
        lock (gate)
        {
            standing[method] = failure;
        }

        NotifyChanged();
    }

    public void Stop(string method)
    {
        lock (gate)
        {
            standing.Remove(method);
            queued.Remove(method);
        }

        NotifyChanged();
    }

    public IReadOnlyDictionary<string, int> Waiting
    {
        get
        {
            lock (gate)
            {
                return queued.Where(q => q.Value.Count > 0).ToDictionary(q => q.Key, q => q.Value.Count);
            }
        }
    }

    public IReadOnlyDictionary<string, CallFailure> Standing
    {
        get
        {
            lock (gate)
            {
                return standing.ToDictionary();
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            queued.Clear();
            standing.Clear();
        }

        NotifyChanged();
    }

    public CallFailure? Take(string method)
    {
        CallFailure? failure;
        lock (gate)
        {
            failure = Queued(method) ?? Queued(AnyMethod) ?? standing.GetValueOrDefault(method) ?? standing.GetValueOrDefault(AnyMethod);
        }

        return failure;
    }

    /// <summary>Lets a slow call wait.</summary>
    public async Task WaitAsync(CallFailure failure, TimeProvider clock, CancellationToken cancellationToken)
    {
        var wait = Task.Delay(TimeSpan.FromSeconds(failure.SlowSeconds), clock, cancellationToken);
        Interlocked.Increment(ref underWay);
        NotifyChanged();
        await wait;
        Interlocked.Decrement(ref underWay);
    }

    private CallFailure? Queued(string method) =>
        queued.TryGetValue(method, out var queue) && queue.TryDequeue(out var failure) ? failure : null;

    /// <summary>Outside the lock, because listeners may call back.</summary>
    private void NotifyChanged() => Changed?.Invoke(this, EventArgs.Empty);
}
