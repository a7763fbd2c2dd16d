namespace IncidentBot.Storage;

/// <summary>Wakes a worker as soon as a commit leaves it something to do, so that no one waits for a poll.</summary>
internal abstract class WakeSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is already set: one wake-up handles everything that is waiting.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        _signal.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _signal.Dispose();
}
