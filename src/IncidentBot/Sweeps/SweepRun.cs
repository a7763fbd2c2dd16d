using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Sweeps;

/// <summary>
/// Runs one sweep. That somebody was quicker, another node or the same sweep asked twice at once, is no failure: what they
/// enqueued is there now, so the sweep asks again what is left to do.
/// </summary>
internal sealed class SweepRun(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int Attempts = 3;

    public async Task RunAsync(Type sweep, CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await TryAsync(sweep, isLast: attempt == Attempts, cancellationToken); attempt++)
        {
        }
    }

    private async Task<bool> TryAsync(Type sweep, bool isLast, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await ((ISweep)scope.ServiceProvider.GetRequiredService(sweep)).RunAsync(time.GetUtcNow(), cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (!isLast && (exception is DbUpdateConcurrencyException || DuplicateKey.Is(exception)))
        {
            return false;
        }
    }
}
