namespace IncidentBot.Sandbox;

internal enum FaultKind
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
}

internal sealed record Fault(FaultKind Kind)
{
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>The code of <see cref="FaultKind.Error"/>, for example name_taken.</summary>
    public string Code { get; init; } = "internal_error";

    public override string ToString() => Kind switch
    {
        FaultKind.RateLimited => $"429, retry after {RetryAfterSeconds} s",
        FaultKind.ServerError => "500",
        FaultKind.HtmlUnavailable => "503 with a web page",
        FaultKind.TimeoutAfterEffect => "done, but the answer is lost",
        FaultKind.ConnectionAborted => "connection broken",
        _ => Code,
    };
}

/// <summary>Makes API calls fail: for one method or <see cref="AnyMethod"/>, for the next few calls or until stopped.</summary>
internal sealed class Faults
{
    public const string AnyMethod = "*";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Fault>> queued = [];
    private readonly Dictionary<string, Fault> standing = [];

    public event EventHandler? Changed;

    public void Next(string method, FaultKind kind, int calls = 1) => Next(method, new Fault(kind), calls);

    public void Next(string method, Fault fault, int calls = 1)
    {
        lock (gate)
        {
            if (!queued.TryGetValue(method, out var queue))
            {
                queued[method] = queue = new Queue<Fault>();
            }

            for (var i = 0; i < calls; i++)
            {
                queue.Enqueue(fault);
            }
        }

        NotifyChanged();
    }

    /// <summary>Every call, until <see cref="Stop"/>; those of <see cref="Next(string, Fault, int)"/> come first.</summary>
    public void Always(string method, FaultKind kind) => Always(method, new Fault(kind));

    public void Always(string method, Fault fault)
    {
        lock (gate)
        {
            standing[method] = fault;
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

    public IReadOnlyDictionary<string, Fault> Standing
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

    public Fault? Take(string method)
    {
        Fault? fault;
        lock (gate)
        {
            fault = Queued(method) ?? Queued(AnyMethod) ?? standing.GetValueOrDefault(method) ?? standing.GetValueOrDefault(AnyMethod);
        }

        return fault;
    }

    private Fault? Queued(string method) => queued.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault) ? fault : null;

    /// <summary>Outside the lock, because listeners may call back.</summary>
    private void NotifyChanged() => Changed?.Invoke(this, EventArgs.Empty);
}
