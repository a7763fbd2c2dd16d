using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Runs the sweeps that are not Hangfire jobs, each on a timer of this process.</summary>
internal sealed partial class SweepTimers(SweepTable table, SweepScope scope, Readiness readiness, ILogger<SweepTimers> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.StorageIsReadyAsync(stoppingToken);
        await Task.WhenAll(table.Rows.Where(row => row.InProcess).Select(row => RunAsync(row, stoppingToken)));
    }

    private async Task RunAsync(SweepRow row, CancellationToken stoppingToken)
    {
        // The timers use the system clock, whatever the clock of a demo shows.
        using var timer = new PeriodicTimer(row.Interval, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await scope.RunAsync(row.Sweep, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.Failed(logger, exception, row.Sweep.Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Sweep} failed; it runs again at its next interval")]
        public static partial void Failed(ILogger logger, Exception exception, string sweep);
    }
}
