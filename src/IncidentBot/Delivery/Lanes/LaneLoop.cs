using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery.Lanes;

/// <summary>
/// Works off a table of lanes: the head of every lane that is due, each claimed with a lease, so that a second node or a
/// restart neither repeats nor loses it. A lane that has to wait for Slack holds up no other.
/// </summary>
internal sealed partial class LaneLoop<TRow>(
    ILaneWork<TRow> work, IServiceScopeFactory scopes, TimeProvider time, ILogger<LaneLoop<TRow>> logger)
    where TRow : LaneRow
{
    private const int AtOnce = 4;

    private readonly List<(long Id, Task Task)> _underWay = [];

    /// <summary>Set when there may be something to begin with.</summary>
    public WakeSignal Signal => work.Signal;

    /// <summary>
    /// Begins with lanes that are due, as many as there is room for; false when it began with none. One caller at a time.
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

        // What has begun is finished, also when the service stops: an attempt cut off in the middle would have to be looked up.
        _underWay.AddRange(begun.Select(id => (id, Task.Run(() => WorkOffAsync(id, CancellationToken.None), CancellationToken.None))));
        return begun.Count > 0;
    }

    /// <summary>Until nothing is under way any more.</summary>
    public Task FinishAsync() => Task.WhenAll(_underWay.Select(one => one.Task));

    /// <summary>Begins and waits until that is finished; false when there was nothing to begin with.</summary>
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
            // The lease runs out, and whoever takes the row next looks first how far this attempt got.
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
