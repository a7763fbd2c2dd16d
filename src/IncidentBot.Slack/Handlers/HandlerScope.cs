using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Handlers;

/// <summary>Runs a handler in a scope of its own, and again in a fresh one when it meets a conflict: what it loaded is then stale.</summary>
internal sealed class HandlerScope(IServiceScopeFactory scopes, IOptions<SlackRouterOptions> options)
{
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await run(scope.ServiceProvider);
            }
            catch (Exception conflict) when (attempt < options.Value.Attempts && options.Value.IsConflict(conflict))
            {
                // Load and decide again.
            }
        }
    }

    public Task RunAsync(Func<IServiceProvider, Task> run) => RunAsync(async services =>
    {
        await run(services);
        return true;
    });
}
