using System.Collections.Concurrent;

namespace IncidentBot.Operations;

/// <summary>What must hold before we say that we are ready, and why it does not yet.</summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource _everything = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _storage = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, string> _missing = new(StringComparer.Ordinal)
    {
        ["storage"] = "The database is not migrated yet.",
        ["slack"] = "Slack was not asked yet whether the token is good.",
        ["warm-up"] = "The first request was not rehearsed yet.",
    };

    /// <summary>What is missing, by topic; empty when ready. Sentences for the operator, without secrets.</summary>
    public IReadOnlyDictionary<string, string> Missing => _missing;

    public bool IsReady => _missing.IsEmpty;

    public void Fulfil(string topic)
    {
        _missing.TryRemove(topic, out _);
        if (topic == "storage")
        {
            _storage.TrySetResult();
        }

        if (IsReady)
        {
            _everything.TrySetResult();
        }
    }

    public void Miss(string topic, string sentence) => _missing[topic] = sentence;

    /// <summary>Completes when the service was ready for the first time.</summary>
    public Task EverythingAsync(CancellationToken cancellationToken) => _everything.Task.WaitAsync(cancellationToken);

    /// <summary>Background work waits here until the tables exist.</summary>
    public Task StorageIsReadyAsync(CancellationToken cancellationToken) => _storage.Task.WaitAsync(cancellationToken);
}
