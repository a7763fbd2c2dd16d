using Hangfire;

namespace IncidentBot.Jobs;

/// <summary>
/// Lets Hangfire run a sweep. The schedule says when to look; our clock says what is due. A failed run is not retried: the next
/// occurrence asks the tables the same question. No argument holds anything, because the dashboard shows arguments.
/// </summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed partial class SweepJob<TSweep>(SweepScope scope, ILogger<SweepJob<TSweep>> logger)
    where TSweep : ISweep
{
    // An occurrence is skipped while one is still running in this process. Hangfire's own DisableConcurrentExecution would queue it.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!await OneAtATime.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return;
        }

        try
        {
            await scope.RunAsync(typeof(TSweep), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, exception, typeof(TSweep).Name);
            throw;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Sweep} failed; it runs again at its next occurrence")]
        public static partial void Failed(ILogger logger, Exception exception, string sweep);
    }
}
