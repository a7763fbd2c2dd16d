using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>
/// Runs every sweep when asked: at the start, because something may have become due while the service was down, and when a demo's clock was
/// moved.
/// </summary>
internal sealed partial class SweepsOnDemand(AllSweeps sweeps, Readiness readiness, ILogger<SweepsOnDemand> logger) : BackgroundService
{
    private readonly SemaphoreSlim _asked = new(1, 1);
    private TaskCompletionSource _run = NewRun();

    /// <summary>Asks for a run soon; several requests may share one run.</summary>
    /// <returns>Completes when a run that started after the request is over.</returns>
    public Task Ask()
    {
        lock (_asked)
        {
            if (_asked.CurrentCount == 0)
            {
                _asked.Release();
            }

            return _run.Task;
        }
    }

    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.StorageIsReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await _asked.WaitAsync(stoppingToken);
            var run = Begin();
            try
            {
                await sweeps.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next interval asks again; what is due stays due.
                Log.Failed(logger, exception);
            }

            run.SetResult();
        }
    }

    private TaskCompletionSource Begin()
    {
        lock (_asked)
        {
            var run = _run;
            _run = NewRun();
            return run;
        }
    }

    private static TaskCompletionSource NewRun() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A sweep failed; it runs again at its next interval")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
