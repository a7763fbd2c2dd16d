using IncidentBot.Storage;

namespace IncidentBot.PostMortems.Causes;

/// <summary>Fills the index of causes when the service starts, beside everything else.</summary>
internal sealed class WarmCauseIndex(IServiceScopeFactory scopes, CauseIndexes indexes, Readiness readiness) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.StorageIsReadyAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        await indexes.WarmAsync(scope.ServiceProvider.GetRequiredService<IncidentDb>(), stoppingToken);
    }
}
