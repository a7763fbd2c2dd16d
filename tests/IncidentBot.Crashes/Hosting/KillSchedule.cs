namespace IncidentBot.Crashes.Hosting;

/// <summary>The kills still to come, one after the other, and the outcomes of those that are over.</summary>
internal sealed class KillSchedule : IDisposable
{
    private readonly Queue<Kill> _waiting = new();
    private readonly List<KillOutcome> _outcomes = [];
    private CancellationTokenSource? _delayedKill;
    private bool _isStopped;

    /// <summary>The kill that happens next.</summary>
    public Kill? Armed { get; private set; }

    public IReadOnlyList<KillOutcome> Outcomes => _outcomes;

    public void Add(IEnumerable<Kill> kills)
    {
        _isStopped = false;
        foreach (var kill in kills)
        {
            _waiting.Enqueue(kill);
        }
    }

    /// <summary>The armed kill; if there is none, arms the next one in the queue.</summary>
    public Kill? Arm() => Armed ??= !_isStopped && _waiting.TryDequeue(out var next) ? next : null;

    /// <summary>Starts the delay of a kill without a checkpoint: the service may be doing anything at that moment.</summary>
    public void Arm(ServiceProcess service)
    {
        if (!_isStopped && Armed is { Checkpoint: null } kill)
        {
            _delayedKill = new CancellationTokenSource();
            _ = Task.Delay(kill.Milliseconds, _delayedKill.Token).ContinueWith(
                _ => service.Kill(), _delayedKill.Token, TaskContinuationOptions.NotOnCanceled, TaskScheduler.Default);
        }
    }

    /// <summary>Records that the service died. Throws when no kill was due, because then the service crashed on its own.</summary>
    public void RecordDeath(ServiceProcess service)
    {
        var checkpoint = service.KilledAt ?? (Armed is { Checkpoint: null } ? "after a random delay" : null);
        if (Armed is null || checkpoint is null)
        {
            throw new InvalidOperationException("The service died without being killed:\n" + string.Join('\n', service.Output));
        }

        _outcomes.Add(new KillOutcome(Armed, checkpoint));
        Armed = null;
    }

    /// <summary>Cancels a delayed kill and arms no other one.</summary>
    public void Stop()
    {
        _isStopped = true;
        _delayedKill?.Cancel();
    }

    /// <summary>Records the remaining kills as not reached.</summary>
    public void RecordMissed()
    {
        _outcomes.AddRange(_waiting.Prepend(Armed).OfType<Kill>().Select(kill => new KillOutcome(kill, null)));
        _waiting.Clear();
        Armed = null;
    }

    public void Dispose() => _delayedKill?.Dispose();
}
