using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Handlers;

/// <summary>Runs a handler in its own service scope, and in a new scope for every repetition.</summary>
internal sealed class HandlerScope(IServiceScopeFactory scopes, IOptions<SlackRouterOptions> options)
{
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        T? answer = default;
        await options.Value.Run(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            answer = await run(scope.ServiceProvider);
        });
        return answer ?? throw new InvalidOperationException("The application did not run the handler.");
    }

    public Task RunAsync(Func<IServiceProvider, Task> run) => options.Value.Run(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        await run(scope.ServiceProvider);
    });
}
