using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery.Lanes;

/// <summary>
/// Processes a table of lanes: the first due row of every lane, each claimed with a lease, so that a second node or a
/// restart neither repeats nor loses it. A lane that waits for Slack does not hold up others.
/// </summary>
internal sealed partial class LaneLoop<TRow>(
    ILaneWork<TRow> work, IServiceScopeFactory scopes, TimeProvider time, ILogger<LaneLoop<TRow>> logger)
    where TRow : LaneRow
{
    private const int AtOnce = 4;

    private readonly List<(long Id, Task Task)> _underWay = [];

    /// <summary>Set when there may be something to start.</summary>
    public WakeSignal Signal => work.Signal;

    /// <summary>
    /// Starts due lanes, as many as there is room for; false when it started none. One caller at a time.
    /// </summary>
    public async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        _underWay.RemoveAll(one => one.Task.IsCompleted);
        var room = AtOnce - _underWay.Count;
        if (room == 0)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var due = await Database(scope).DueHeadsAsync<TRow>(time.GetUtcNow(), AtOnce, cancellationToken);
        var begun = due.Except(_underWay.Select(one => one.Id)).Take(room).ToList();

        // Started work is finished even when the service stops, because an interrupted attempt would have to be looked up.
        _underWay.AddRange(begun.Select(id => (id, Task.Run(() => WorkOffAsync(id, CancellationToken.None), CancellationToken.None))));
        return begun.Count > 0;
    }

    /// <summary>Waits until nothing is under way.</summary>
    public Task FinishAsync() => Task.WhenAll(_underWay.Select(one => one.Task));

    /// <summary>Starts due lanes and waits for them; false when there were none.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var didSomething = await BeginAsync(cancellationToken);
        await FinishAsync();
        return didSomething;
    }

    /// <summary>The earliest instant at which a waiting row may be worked on; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Database(scope).NextDueAsync<TRow>(cancellationToken);
    }

    private static IncidentDb Database(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IncidentDb>();

    private async Task WorkOffAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = Database(scope);
            if (await db.ClaimAsync<TRow>(id, time.GetUtcNow(), cancellationToken))
            {
                var row = await db.Set<TRow>().SingleAsync(row => row.Id == id, cancellationToken);
                await work.DoAsync(row, scope.ServiceProvider, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            Log.TakenOver(logger, typeof(TRow).Name, id);
        }
        catch (Exception exception)
        {
            // The lease expires, and the next node checks first how far this attempt got.
            Log.NotRecorded(logger, exception, typeof(TRow).Name, id);
        }
        finally
        {
            work.Signal.Set();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Row} {Id} took longer than its lease; another node has taken it over")]
        public static partial void TakenOver(ILogger logger, string row, long id);

        [LoggerMessage(2, LogLevel.Error, "The outcome of {Row} {Id} could not be recorded; it is checked when its lease expires")]
        public static partial void NotRecorded(ILogger logger, Exception exception, string row, long id);
    }
}
