using IncidentBot.Delivery;

namespace IncidentBot.Jobs;

/// <summary>
/// Runs a sweep in a scope of its own, and again in a fresh one when it meets someone: another node may have done the same a
/// moment ago, or a person may have changed what it looked at. What it loaded is stale then; a second look sees what is left.
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
