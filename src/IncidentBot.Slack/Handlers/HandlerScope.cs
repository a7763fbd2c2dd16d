using IncidentBot.Slack.Payloads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Handlers;

/// <summary>Runs a handler in its own service scope, and in a new scope for every repetition.</summary>
internal sealed class HandlerScope(IServiceScopeFactory scopes, IOptions<SlackRouterOptions> options, IFormWait? forms = null)
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

    /// <summary>The same for a command, which may open a form.</summary>
    public Task<SlashCommandResponse> RunAsync(
        SlashCommand command, Func<IServiceProvider, Task<SlashCommandResponse>> run, CancellationToken cancellationToken) =>
        forms is null ? RunAsync(run) : forms.RunAsync(command, () => RunAsync(run), cancellationToken);

    /// <summary>The same for a request whose route says whether it opens a form.</summary>
    public Task RunAsync(
        SlackRoute route, InteractionRequest request, Func<IServiceProvider, Task> run, CancellationToken cancellationToken) =>
        forms is null || !route.OpensForm ? RunAsync(run) : forms.RunAsync(request, () => RunAsync(run), cancellationToken);
}
