using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Handlers;

/// <summary>
/// Maps what Slack can send to handlers: the table of contents of an app. Ids live in messages for years, so they are written
/// out, never derived from type names, and carry no data (data goes into an element's value).
/// </summary>
public sealed class SlackRouteTable
{
    private readonly List<SlackRoute> _routes = [];
    private readonly Dictionary<(SlackRouteKind Kind, string Id), SlackRoute> _byId = [];
    private readonly List<EventRoute> _events = [];

    /// <summary>Every route, in the order of its registration: for help texts and tests.</summary>
    public IReadOnlyList<SlackRoute> Routes => _routes;

    /// <summary>Routes a slash command.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="command">The command with its slash.</param>
    /// <param name="usage">What can be typed after it ("usage_hint").</param>
    /// <param name="description">What it does, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable Command<THandler>(string command, string usage, string description)
        where THandler : ISlashCommandHandler
    {
        if (!command.StartsWith('/'))
        {
            throw new ArgumentException($"The command \"{command}\" does not begin with a slash.", nameof(command));
        }

        return Add<THandler>(SlackRouteKind.Command, command, description, usage);
    }

    /// <summary>Routes the use of a button or menu.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="actionId">The action_id.</param>
    /// <param name="description">What it does, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable Action<THandler>(string actionId, string description)
        where THandler : IBlockActionHandler => Add<THandler>(SlackRouteKind.Action, actionId, description);

    /// <summary>Routes the use of a button or menu that opens a form.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="actionId">The action_id.</param>
    /// <param name="description">What it does, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable Form<THandler>(string actionId, string description)
        where THandler : IBlockActionHandler => Add<THandler>(SlackRouteKind.Action, actionId, description, opensForm: true);

    /// <summary>Routes the submission of a modal.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="callbackId">The callback_id.</param>
    /// <param name="description">What it does, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable Submission<THandler>(string callbackId, string description)
        where THandler : IViewSubmissionHandler => Add<THandler>(SlackRouteKind.Submission, callbackId, description);

    /// <summary>Routes the closing of a modal with notify_on_close.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="callbackId">The callback_id.</param>
    /// <param name="description">What it does, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable Closed<THandler>(string callbackId, string description)
        where THandler : IViewClosedHandler => Add<THandler>(SlackRouteKind.Closed, callbackId, description);

    /// <summary>Routes a global shortcut.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="callbackId">The callback_id in the manifest.</param>
    /// <param name="name">What people see in the menu.</param>
    /// <param name="description">What it does, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable Shortcut<THandler>(string callbackId, string name, string description)
        where THandler : IGlobalShortcutHandler => Add<THandler>(SlackRouteKind.Shortcut, callbackId, description, name, opensForm: true);

    /// <summary>Routes a shortcut of a message.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="callbackId">The callback_id in the manifest.</param>
    /// <param name="name">What people see in the menu.</param>
    /// <param name="description">What it does, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable MessageShortcut<THandler>(string callbackId, string name, string description)
        where THandler : IMessageShortcutHandler =>
        Add<THandler>(SlackRouteKind.MessageShortcut, callbackId, description, name, opensForm: true);

    /// <summary>Routes the options of an external select.</summary>
    /// <typeparam name="THandler">The provider of the options.</typeparam>
    /// <param name="actionId">The action_id.</param>
    /// <param name="description">What it offers, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable Options<THandler>(string actionId, string description)
        where THandler : IBlockOptionProvider => Add<THandler>(SlackRouteKind.Options, actionId, description);

    /// <summary>Routes an event; several handlers may listen to one event and are called in the order of the table.</summary>
    /// <typeparam name="TEvent">The event, or a base such as <see cref="MessageEvent"/>.</typeparam>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="description">What it does, in one line.</param>
    /// <returns>The table.</returns>
    public SlackRouteTable Event<TEvent, THandler>(string description)
        where TEvent : SlackEvent
        where THandler : class, IEventHandler<TEvent>
    {
        var route = Described(new SlackRoute(SlackRouteKind.Event, typeof(TEvent).Name, typeof(THandler), description));
        if (_events.Any(known => known.Event == typeof(TEvent) && known.Route.Handler == typeof(THandler)))
        {
            throw new InvalidOperationException($"{typeof(THandler).Name} already listens to {typeof(TEvent).Name}.");
        }

        _routes.Add(route);
        _events.Add(new EventRoute(typeof(TEvent), route, static (services, slackEvent, cancellationToken) =>
            services.GetRequiredService<THandler>().HandleAsync((TEvent)slackEvent, cancellationToken)));
        return this;
    }

    /// <summary>Finds the route of a request.</summary>
    /// <param name="kind">The kind of request.</param>
    /// <param name="id">The command, action_id or callback_id.</param>
    /// <returns>The route; null when there is none.</returns>
    public SlackRoute? Find(SlackRouteKind kind, string id) => _byId.GetValueOrDefault((kind, id));

    internal IEnumerable<EventRoute> ListenersOf(SlackEvent slackEvent) => _events.Where(route => route.Event.IsInstanceOfType(slackEvent));

    private SlackRouteTable Add<THandler>(
        SlackRouteKind kind, string id, string description, string label = "", bool opensForm = false)
    {
        if (id.Length is 0 or > IInteractiveElement.MaxActionIdLength)
        {
            throw new ArgumentException($"The id of a route has 1 to {IInteractiveElement.MaxActionIdLength} characters.", nameof(id));
        }

        var route = Described(new SlackRoute(kind, id, typeof(THandler), description) { Label = label, OpensForm = opensForm });
        if (!_byId.TryAdd((kind, id), route))
        {
            throw new InvalidOperationException($"The {kind} \"{id}\" already has a handler: {_byId[(kind, id)].Handler.Name}.");
        }

        _routes.Add(route);
        return this;
    }

    private static SlackRoute Described(SlackRoute route) => string.IsNullOrWhiteSpace(route.Description)
        ? throw new ArgumentException($"The {route.Kind} \"{route.Id}\" has no description.", nameof(route))
        : route;
}

/// <summary>An event, its line in the table, and the typed call of its handler.</summary>
internal sealed record EventRoute(Type Event, SlackRoute Route, Func<IServiceProvider, SlackEvent, CancellationToken, Task> InvokeAsync);
