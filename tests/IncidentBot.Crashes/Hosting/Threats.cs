namespace IncidentBot.Crashes.Hosting;

/// <summary>The kills to come, one after the other, and those that came.</summary>
internal sealed class Threats : IDisposable
{
    private readonly Queue<Kill> _waiting = new();
    private readonly List<Death> _deaths = [];
    private CancellationTokenSource? _fuse;
    private bool _isOver;

    /// <summary>The one that may strike now.</summary>
    public Kill? Armed { get; private set; }

    public IReadOnlyList<Death> Deaths => _deaths;

    public void Add(IEnumerable<Kill> kills)
    {
        _isOver = false;
        foreach (var kill in kills)
        {
            _waiting.Enqueue(kill);
        }
    }

    /// <summary>The armed one; when none is, the next that waits.</summary>
    public Kill? Arm() => Armed ??= !_isOver && _waiting.TryDequeue(out var next) ? next : null;

    /// <summary>A kill by the clock on the wall: nobody knows what the service does just then, and that is the point.</summary>
    public void Arm(VictimProcess victim)
    {
        if (!_isOver && Armed is { Moment: null } kill)
        {
            _fuse = new CancellationTokenSource();
            _ = Task.Delay(kill.Milliseconds, _fuse.Token).ContinueWith(_ => victim.Kill(), _fuse.Token, TaskContinuationOptions.NotOnCanceled, TaskScheduler.Default);
        }
    }

    /// <summary>The service is dead; throws when it died by itself.</summary>
    public void Struck(VictimProcess victim)
    {
        var moment = victim.KilledAt ?? (Armed is { Moment: null } ? "by the clock on the wall" : null);
        if (Armed is null || moment is null)
        {
            throw new InvalidOperationException("The service died by itself:\n" + string.Join('\n', victim.Output));
        }

        _deaths.Add(new Death(Armed, moment));
        Armed = null;
    }

    /// <summary>No fuse burns any more, and none is lit.</summary>
    public void End()
    {
        _isOver = true;
        _fuse?.Cancel();
    }

    /// <summary>What was not reached until now is not reached any more.</summary>
    public void Forget()
    {
        _deaths.AddRange(_waiting.Prepend(Armed).OfType<Kill>().Select(kill => new Death(kill, null)));
        _waiting.Clear();
        Armed = null;
    }

    public void Dispose() => _fuse?.Dispose();
}
