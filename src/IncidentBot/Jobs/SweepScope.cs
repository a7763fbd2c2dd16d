using IncidentBot.Delivery;

namespace IncidentBot.Jobs;

/// <summary>
/// Runs a sweep in a scope of its own, and again in a fresh one after a conflict: another node may have done the same a
/// moment ago, or a person may have changed something. The loaded data is stale then; the second run handles what is left.
/// </summary>
internal sealed class SweepScope(IServiceScopeFactory scopes, Resilience resilience, TimeProvider time)
{
    public async Task RunAsync(Type sweep, CancellationToken cancellationToken) => await resilience.Conflicts.ExecuteAsync(
        async token =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((ISweep)scope.ServiceProvider.GetRequiredService(sweep)).RunAsync(time.GetUtcNow(), token);
        },
        cancellationToken);
}
