using System.Text.Json;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Handlers;

/// <summary>
/// Finds the handler of a payload and makes sure that the person gets a response. A handler's exception is logged once and shown
/// as a message: under a field of a submitted modal, which keeps the typed text; elsewhere through <see cref="FailureNotice"/>. In the
/// same places, a person whom the <see cref="ISlackGuard"/> refuses reads why.
/// Exceptions of event handlers go to the inbox, which tries again.
/// </summary>
public sealed partial class SlackRouter
{
    private readonly SlackRouteTable _routes;
    private readonly SlackRouterOptions _options;
    private readonly HandlerScope _scope;
    private readonly FailureNotice _notice;
    private readonly ILogger<SlackRouter> _logger;

    internal SlackRouter(
        SlackRouteTable routes,
        HandlerScope scope,
        FailureNotice notice,
        IOptions<SlackRouterOptions> options,
        ILogger<SlackRouter> logger) =>
        (_routes, _scope, _notice, _options, _logger) = (routes, scope, notice, options.Value, logger);

    /// <summary>Answers a slash command.</summary>
    /// <param name="command">The command with its text.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The message to the person or the channel.</returns>
    public async Task<SlashCommandResponse> DispatchCommandAsync(SlashCommand command, CancellationToken cancellationToken)
    {
        if (_routes.Find(SlackRouteKind.Command, command.Command) is not { } route)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(_options.UnknownCommandSentence));
        }

        return await GuardAsync(
            route,
            async () =>
            {
                var response = await _scope.RunAsync(
                    command,
                    async services => await RefusalAsync(services, SlackActor.Of(command), cancellationToken) is { } refusal
                        ? SlashCommandResponse.Ephemeral(Mrkdwn.Escape(refusal))
                        : await Resolve<ISlashCommandHandler>(services, route).HandleAsync(command, cancellationToken),
                    cancellationToken);
                BlockValidator.ThrowIfAny(response.Violations());
                return response;
            },
            () => Task.FromResult(SlashCommandResponse.Ephemeral(Mrkdwn.Escape(_options.FailureSentence))),
            cancellationToken);
    }

    /// <summary>Answers the submission of a modal.</summary>
    /// <param name="submission">The submitted values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What happens to the modal.</returns>
    public async Task<ViewSubmissionResponse> DispatchSubmissionAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (Find(SlackRouteKind.Submission, submission.View.CallbackId) is not { } route)
        {
            return ViewSubmissionResponse.Close;
        }

        return await GuardAsync(
            route,
            async () =>
            {
                var response = await _scope.RunAsync(
                    async services => await RefusalAsync(services, SlackActor.Of(submission), cancellationToken) is { } refusal
                        ? SubmissionErrors.Failure(submission.View, refusal)
                        : await Resolve<IViewSubmissionHandler>(services, route).HandleAsync(submission, cancellationToken));
                BlockValidator.ThrowIfAny(response.Violations());
                return SubmissionErrors.Place(response, submission.View);
            },
            () => Task.FromResult(SubmissionErrors.Failure(submission.View, _options.FailureSentence)),
            cancellationToken);
    }

    /// <summary>Handles actions, shortcuts and closed modals, whose responses are empty. Each action is dispatched separately.</summary>
    /// <param name="request">The element that was used.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that completes when the request is handled.</returns>
    public async Task DispatchInteractionAsync(InteractionRequest request, CancellationToken cancellationToken)
    {
        switch (request)
        {
            case BlockActionRequest actions:
                await RunActionsAsync(actions, cancellationToken);
                break;
            case GlobalShortcut shortcut:
                await RunAsync<IGlobalShortcutHandler>(
                    SlackRouteKind.Shortcut,
                    shortcut.CallbackId,
                    shortcut,
                    handler => handler.HandleAsync(shortcut, cancellationToken),
                    cancellationToken);
                break;
            case MessageShortcut shortcut:
                await RunAsync<IMessageShortcutHandler>(
                    SlackRouteKind.MessageShortcut,
                    shortcut.CallbackId,
                    shortcut,
                    handler => handler.HandleAsync(shortcut, cancellationToken),
                    cancellationToken);
                break;
            case ViewClosed closed:
                await RunAsync<IViewClosedHandler>(
                    SlackRouteKind.Closed,
                    closed.View.CallbackId,
                    closed,
                    handler => handler.HandleAsync(closed, cancellationToken),
                    cancellationToken);
                break;
        }
    }

    /// <summary>Offers the options of an external select; none when the provider fails.</summary>
    /// <param name="suggestion">The text typed so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The options.</returns>
    public async Task<BlockOptions> DispatchOptionsAsync(BlockSuggestion suggestion, CancellationToken cancellationToken)
    {
        if (Find(SlackRouteKind.Options, suggestion.ActionId) is not { } route)
        {
            return BlockOptions.None;
        }

        return await GuardAsync(
            route,
            async () =>
            {
                var options = await _scope.RunAsync(
                    async services => await RefusalAsync(services, SlackActor.Of(suggestion), cancellationToken) is null
                        ? await Resolve<IBlockOptionProvider>(services, route).HandleAsync(suggestion, cancellationToken)
                        : BlockOptions.None);
                BlockValidator.ThrowIfAny(options.Violations());
                return options;
            },
            () => Task.FromResult(BlockOptions.None),
            cancellationToken);
    }

    /// <summary>
    /// Calls every handler of an event, in the order of the table. After an exception, retry the whole event later, but not after an
    /// <see cref="UnreadableEventException"/>.
    /// </summary>
    /// <param name="payload">The outer payload of the Events API, as the inbox kept it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that completes when the request is handled.</returns>
    public async Task DispatchEventAsync(string payload, CancellationToken cancellationToken)
    {
        var slackEvent = Read(payload);
        foreach (var listener in _routes.ListenersOf(slackEvent))
        {
            await _scope.RunAsync(services => listener.InvokeAsync(services, slackEvent, cancellationToken));
        }
    }

    private static SlackEvent Read(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return EventParser.Parse(document.RootElement.Clone());
        }
        catch (Exception reason) when (reason is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new UnreadableEventException(reason);
        }
    }

    /// <summary>Only what has a handler is refused: a link button does nothing but open its address.</summary>
    private static async Task<string?> RefusalAsync(IServiceProvider services, SlackActor actor, CancellationToken cancellationToken) =>
        services.GetService<ISlackGuard>() is { } guard ? await guard.RefuseAsync(actor, cancellationToken) : null;

    private static THandler Resolve<THandler>(IServiceProvider services, SlackRoute route) =>
        (THandler)services.GetRequiredService(route.Handler);

    private Task RunAsync<THandler>(
        SlackRouteKind kind, string id, InteractionRequest request, Func<THandler, Task> handle, CancellationToken cancellationToken)
    {
        if (Find(kind, id) is not { } route)
        {
            return Task.CompletedTask;
        }

        return GuardAsync(
            route,
            () => HandleOrRefuseAsync(route, request, handle, cancellationToken),
            async () =>
            {
                await _notice.SendAsync(request, _options.FailureSentence, cancellationToken);
                return false;
            },
            cancellationToken);
    }

    private async Task<bool> HandleOrRefuseAsync<THandler>(
        SlackRoute route, InteractionRequest request, Func<THandler, Task> handle, CancellationToken cancellationToken)
    {
        string? refusal = null;
        await _scope.RunAsync(
            route,
            request,
            async services =>
            {
                refusal = await RefusalAsync(services, SlackActor.Of(request), cancellationToken);
                if (refusal is null)
                {
                    await handle(Resolve<THandler>(services, route));
                }
            },
            cancellationToken);
        if (refusal is not null)
        {
            await _notice.SendAsync(request, refusal, cancellationToken);
        }

        return refusal is null;
    }

    private async Task RunActionsAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        foreach (var action in request.Actions)
        {
            var one = request with { Action = action };
            await RunAsync<IBlockActionHandler>(
                SlackRouteKind.Action, action.ActionId, one, handler => handler.HandleAsync(one, cancellationToken), cancellationToken);
        }
    }

    private async Task<T> GuardAsync<T>(SlackRoute route, Func<Task<T>> run, Func<Task<T>> fail, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.HandlerFailed(_logger, failure, route.Kind, route.Id);
            return await fail();
        }
    }

    /// <summary>Link buttons and menus inside a view usually have no route, so a trace entry is enough.</summary>
    private SlackRoute? Find(SlackRouteKind kind, string id)
    {
        var route = _routes.Find(kind, id);
        if (route is null)
        {
            Log.NoRoute(_logger, kind, id);
        }

        return route;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The handler of {Kind} {Id} failed")]
        public static partial void HandlerFailed(ILogger logger, Exception failure, SlackRouteKind kind, string id);

        [LoggerMessage(Level = LogLevel.Debug, Message = "No handler for {Kind} {Id}")]
        public static partial void NoRoute(ILogger logger, SlackRouteKind kind, string id);
    }
}
