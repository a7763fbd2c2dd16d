using System.Collections.Concurrent;

namespace IncidentBot.Storage;

/// <summary>
/// What is still missing before the service is ready. Once ready, it stays ready: when Slack is down later,
/// taking the service out of traffic would only keep it from informing people.
/// </summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource _everything = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _storage = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _workspace = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, string> _notes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _missing = new(StringComparer.Ordinal)
    {
        ["storage"] = "The database has not been migrated yet.",
        ["slack"] = "The bot token has not been checked with Slack yet.",
        ["warm-up"] = "The service is still warming up.",
    };

    /// <summary>The current problems by topic; sentences for the operator, without secrets.</summary>
    public IReadOnlyDictionary<string, string> Problems => _missing.Concat(_notes).ToDictionary();

    public bool IsReady => _everything.Task.IsCompleted;

    public void Fulfil(string topic)
    {
        _missing.TryRemove(topic, out _);
        if (topic == "storage")
        {
            _storage.TrySetResult();
        }

        if (_missing.IsEmpty)
        {
            _everything.TrySetResult();
        }
    }

    /// <summary>Slack has said who we are and whether there is a channel for announcements.</summary>
    public void KnowWorkspace() => _workspace.TrySetResult();

    public void Miss(string topic, string sentence) => _missing[topic] = sentence;

    /// <summary>A problem that someone should look at but that blocks nothing; null when it is resolved.</summary>
    public void Note(string topic, string? sentence)
    {
        if (sentence is null)
        {
            _notes.TryRemove(topic, out _);
        }
        else
        {
            _notes[topic] = sentence;
        }
    }

    /// <summary>Completes when the service was ready for the first time.</summary>
    public Task EverythingAsync(CancellationToken cancellationToken) => _everything.Task.WaitAsync(cancellationToken);

    /// <summary>
    /// What the lanes hold waits until the tables exist and the workspace is known: before that, a message has no channel and no link,
    /// and our own messages look like someone's.
    /// </summary>
    public Task WorkspaceIsKnownAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_storage.Task, _workspace.Task).WaitAsync(cancellationToken);

    /// <summary>Background work waits here until the tables exist.</summary>
    public Task StorageIsReadyAsync(CancellationToken cancellationToken) => _storage.Task.WaitAsync(cancellationToken);
}
