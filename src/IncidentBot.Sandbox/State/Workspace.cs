using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.SignIn;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Sandbox.State;

/// <summary>
/// The state of the local Slack. One lock protects it; readers get immutable snapshots, so they need no lock.
/// </summary>
internal sealed partial class Workspace : IDisposable
{
    private readonly Lock gate = new();

    public Workspace(SandboxOptions options)
    {
        Options = options;
        Users = new Users(this);
        Channels = new Channels(this);
        Messages = new Messages(this);
        Views = new Views(this);
        Files = new SharedFiles(this);
        Bookmarks = new Bookmarks(this);
        Canvases = new Canvases(this);
        Suggestions = new Suggestions(this);
        Triggers = new Triggers(this);
        ResponseUrls = new ResponseUrls(this);
        Calls = new CallLog(this);
        Bot = new BotClient(this);
        EventDelivery = new EventDelivery(Bot, options.Clock);
        Installation = new Installation(this);
        Failures = new WorkspaceFailures(this);
        Events = new AppEvents(this);
        Payloads = new Payloads(this);
        Codes = new AuthorizationCodes(this);
        IdTokens = new IdTokens(this);
        InitialWorkspace.Populate(this);
        if (options.Tour.Count > 0)
        {
            Tour = new Tour(options.Tour, this);
        }

        if (options.Clock is SandboxClock clock)
        {
            clock.Moved += (_, _) => Note(DeedKind.Clock);
        }
    }

    /// <summary>Raised outside the lock after every visible change.</summary>
    public event EventHandler? Changed;

    public SandboxOptions Options { get; }

    public TimeProvider Clock => Options.Clock;

    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    public SandboxAppConfig App => Options.App;

    public Team Team { get; } = new("T0SANDBOX1", "sandbox", "Sandbox");

    public string AppId { get; } = "A0SANDBOX1";

    public Ids Ids { get; } = new();

    public Users Users { get; }

    public Channels Channels { get; }

    public Messages Messages { get; }

    public Views Views { get; }

    public SharedFiles Files { get; }

    public Bookmarks Bookmarks { get; }

    public Canvases Canvases { get; }

    public Suggestions Suggestions { get; }

    public Triggers Triggers { get; }

    public ResponseUrls ResponseUrls { get; }

    public CallLog Calls { get; }

    public Installation Installation { get; }

    public CallFailures CallFailures { get; } = new();

    public WorkspaceFailures Failures { get; }

    public BotClient Bot { get; }

    public EventDelivery EventDelivery { get; }

    public AppEvents Events { get; }

    public Payloads Payloads { get; }

    /// <summary>The tour for newcomers; null once there is none.</summary>
    public Tour? Tour { get; private set; }

    public AuthorizationCodes Codes { get; }

    public IdTokens IdTokens { get; }

    /// <summary>Saves the bot's address as its request URLs and verifies them; null, or the problem.</summary>
    public Task<string?> ConnectAsync(Uri botBaseUrl, CancellationToken cancellationToken = default)
    {
        Options.BotBaseUrl = botBaseUrl;
        return new BotVerification(Bot).RunAsync(cancellationToken);
    }

    /// <summary>Completes when nothing more can be delivered before the clock moves.</summary>
    public Task SettleAsync() => EventDelivery.SettleAsync();

    /// <summary>Events that are queued or being delivered.</summary>
    public int PendingDeliveries => EventDelivery.Pending;

    /// <summary>When the next delayed event or retry is due; null if none is waiting.</summary>
    public DateTimeOffset? NextDelivery =>
        Failures.Events.NextDue is { } late && !(EventDelivery.NextRetry < late) ? late : EventDelivery.NextRetry;

    /// <summary>Tells the tour what a person did.</summary>
    public void Note(DeedKind kind, string what = "") => Tour?.Note(new Deed(kind, what));

    /// <summary>The tour begins in an empty workspace; elsewhere its steps would not fit.</summary>
    public void EndTour() => Change(() => Tour = null);

    public T Change<T>(Func<T> work)
    {
        if (gate.IsHeldByCurrentThread)
        {
            return work();
        }

        T result;
        lock (gate)
        {
            result = work();
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return result;
    }

    public void Change(Action work) => Change(() =>
    {
        work();
        return true;
    });

    /// <summary>Raises <see cref="Changed"/> for a change outside these records.</summary>
    public void Touch() => Change(() => { });

    public T Read<T>(Func<T> work)
    {
        lock (gate)
        {
            return work();
        }
    }

    public void Dispose()
    {
        IdTokens.Dispose();
        Failures.Dispose();
        EventDelivery.Dispose();
        Bot.Dispose();
    }
}
