using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.People;

namespace IncidentBot.Sandbox.State;

/// <summary>
/// Everything the local Slack knows. One lock; what it hands out are immutable snapshots, so readers need none.
/// </summary>
internal sealed class Workspace : IDisposable
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
        Triggers = new Triggers(this);
        ResponseUrls = new ResponseUrls(this);
        Calls = new CallLog(this);
        Bot = new BotClient(this);
        EventDelivery = new EventDelivery(Bot, options.Clock);
        Events = new AppEvents(this, EventDelivery);
        Payloads = new Payloads(this);
        FirstDay.Furnish(this);
    }

    /// <summary>Something that a reader may show has changed; raised outside the lock.</summary>
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

    public Triggers Triggers { get; }

    public ResponseUrls ResponseUrls { get; }

    public CallLog Calls { get; }

    public Faults Faults { get; } = new();

    public BotClient Bot { get; }

    public EventDelivery EventDelivery { get; }

    public AppEvents Events { get; }

    public Payloads Payloads { get; }

    /// <summary>The person (or bot) to act as, by id or name.</summary>
    public Person As(string nameOrId) => new(this, Users.Find(nameOrId) ?? throw new ArgumentException($"Nobody is called {nameOrId}.", nameof(nameOrId)));

    /// <summary>All messages of a channel that everybody sees, oldest first, thread replies included.</summary>
    public IReadOnlyList<Message> MessagesIn(string channel) =>
        [.. Messages.In(Channels.Named(channel).Id).Where(m => !m.IsEphemeral)];

    /// <summary>What this person sees in a channel: everybody's messages and their own ephemerals, oldest first.</summary>
    public IReadOnlyList<Message> SeenBy(string person, string channel)
    {
        var user = As(person).User.Id;
        return [.. Messages.In(Channels.Named(channel).Id).Where(m => m.EphemeralTo is null || m.EphemeralTo == user)];
    }

    /// <summary>Conversations a person can open: public channels, private ones they are in, the bot's direct messages.</summary>
    public IReadOnlyList<Channel> ChannelsOf(string person)
    {
        var user = As(person).User.Id;
        return [.. Channels.All.Where(c => c.IsDm ? c.DmUser == user : !c.IsPrivate || c.Members.Contains(user))];
    }

    /// <summary>The first message of the thread and its replies, oldest first.</summary>
    public IReadOnlyList<Message> ThreadOf(Message message) => Messages.Thread(message.Channel, message.ThreadTs ?? message.Ts);

    public IReadOnlyList<Message> EphemeralsFor(string person, string? channel = null)
    {
        var user = As(person).User.Id;
        var id = channel is null ? null : Channels.Named(channel).Id;
        return [.. Messages.EphemeralsOf(user).Where(m => id is null || m.Channel == id)];
    }

    /// <summary>The modal on top of the person's stack.</summary>
    public View? OpenView(string person) => Views.Top(As(person).User.Id);

    public View? HomeOf(string person) => Views.Home(As(person).User.Id);

    /// <summary>The messages between the person and the bot, oldest first.</summary>
    public IReadOnlyList<Message> DmWith(string person) => MessagesIn(Channels.DmOf(As(person).User.Id).Id);

    /// <summary>Blocks and text as a reader sees them, names instead of ids.</summary>
    public string PlainText(Surface surface) => new BlockKit.PlainText(this).Of(surface);

    /// <summary>Returns when nothing more can be delivered before the clock moves.</summary>
    public Task SettleAsync() => EventDelivery.SettleAsync();

    /// <summary>Events that are queued or under way.</summary>
    public int PendingDeliveries => EventDelivery.Pending;

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

    public T Read<T>(Func<T> work)
    {
        lock (gate)
        {
            return work();
        }
    }

    public void Dispose()
    {
        EventDelivery.Dispose();
        Bot.Dispose();
    }
}
