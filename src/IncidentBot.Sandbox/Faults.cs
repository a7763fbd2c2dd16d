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
}

internal sealed record Fault(FaultKind Kind)
{
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>The code of <see cref="FaultKind.Error"/>, for example name_taken.</summary>
    public string Code { get; init; } = "internal_error";
}

/// <summary>What shall go wrong: per method, for the next calls.</summary>
internal sealed class Faults
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Fault>> queued = [];

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

    public void Clear()
    {
        lock (gate)
        {
            queued.Clear();
        }
    }

    public Fault? Take(string method)
    {
        lock (gate)
        {
            return queued.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
        }
    }
}
