using IncidentBot.Operations;

namespace IncidentBot.Sweeps;

/// <summary>Runs every sweep when asked: at the start, because something may have become due meanwhile, and when a demo's clock was moved.</summary>
internal sealed partial class SweepsOnDemand(AllSweeps sweeps, Readiness readiness, ILogger<SweepsOnDemand> logger) : BackgroundService
{
    private readonly SemaphoreSlim _asked = new(1, 1);

    /// <summary>Asks for a run soon; several asks may be one run.</summary>
    public void Ask()
    {
        lock (_asked)
        {
            if (_asked.CurrentCount == 0)
            {
                _asked.Release();
            }
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
            try
            {
                await sweeps.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next interval asks again; what is due stays due.
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A sweep failed; it runs again at its next interval")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
