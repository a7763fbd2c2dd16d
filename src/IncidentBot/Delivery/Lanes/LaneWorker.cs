using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Lanes;

/// <summary>Runs a table's lanes: woken by commits, and at the latest when the next row becomes due.</summary>
internal sealed partial class LaneWorker<TRow>(
    LaneLoop<TRow> lanes, Readiness readiness, TimeProvider time, ILogger<LaneWorker<TRow>> logger) : BackgroundService
    where TRow : LaneRow
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WorkspaceIsKnownAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await MoveAsync(stoppingToken);
            }
        }
        finally
        {
            await lanes.FinishAsync();
        }
    }

    private async Task MoveAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await lanes.BeginAsync(stoppingToken))
            {
                await lanes.Signal.WaitAsync(await UntilNextAsync(stoppingToken), stoppingToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, exception);
            await Task.Delay(AfterFailure, stoppingToken);
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        var wait = await lanes.NextDueAsync(cancellationToken) - time.GetUtcNow() ?? AtMost;
        return wait < AtLeast ? AtLeast : wait < AtMost ? wait : AtMost;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The lanes could not be processed; trying again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
