using System.Web;
using IncidentBot.Sandbox.Page.Mrkdwn;
using IncidentBot.Sandbox.People;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>One browser tab: who looks, and at what. Components tell each other through <see cref="Changed"/>.</summary>
internal sealed class PageState
{
    private readonly Workspace workspace;
    private readonly HashSet<string> gone;
    private readonly ReadMarks marks;
    private readonly Places places;
    private string me;

    /// <param name="workspace">What is looked at.</param>
    /// <param name="person">Who looks, by name or id; else the first of the workspace.</param>
    /// <param name="place">Where they are, see <see cref="Places.Named"/>.</param>
    public PageState(Workspace workspace, string? person = null, string? place = null)
    {
        this.workspace = workspace;
        marks = new ReadMarks(workspace);
        places = new Places(workspace);
        gone = [.. workspace.Users.People.SelectMany(p => workspace.Messages.EphemeralsOf(p.Id)).Select(KeyOf)];
        me = (workspace.Users.Find(person ?? "") ?? workspace.Users.People[0]).Id;
        Place = places.Named(me, place);
        MarkRead();
    }

    public event EventHandler? Changed;

    /// <summary>As <see cref="Address"/> says.</summary>
    public static PageState At(string address, Workspace workspace)
    {
        var query = HttpUtility.ParseQueryString(new Uri(address).Query);
        return new PageState(workspace, query["as"], query["in"]);
    }

    public Place Place { get; private set; }

    /// <summary>Kept in the browser's address, so that a reload comes back here.</summary>
    public string Address => $"?as={Me.Name}&in={(Channel is { } channel ? channel.IsDm ? "messages" : channel.Name : "home")}";

    /// <summary>The small menu that is open, for example "more:" and a ts; one at a time.</summary>
    public string? Menu { get; private set; }

    /// <summary>A message that went wrong, until it is closed.</summary>
    public string? Notice { get; private set; }

    /// <summary>The "Are you sure?" in front of everything.</summary>
    public Question? Question { get; private set; }

    /// <summary>The side panel: "clock", "calls", "difficulties" or none.</summary>
    public string? Panel { get; private set; }

    public User Me => workspace.Users.ById(me)!;

    public Person Person => workspace.As(me);

    public TimeZoneInfo Zone => ZoneOf(Me);

    public SlackDate Dates => new(Zone, workspace.Now);

    public Channel? Channel => Place.Channel is { } id ? workspace.Channels.Find(id) : null;

    public static TimeZoneInfo ZoneOf(User user) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>A wall clock in the viewer's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Ephemeral messages are gone after a reload, as in Slack.</summary>
    public bool IsShown(Message message) => !message.IsEphemeral || (message.EphemeralTo == me && !gone.Contains(KeyOf(message)));

    public void Become(string user)
    {
        me = user;
        if (Channel is { } channel && !Places.IsOpenTo(me, channel))
        {
            Place = places.Named(me, channel.IsDm ? "messages" : null);
        }

        if (Place == Place.Home)
        {
            _ = Person.OpenHomeAsync();
        }

        Menu = null;
        Tell();
    }

    public void Open(string channel) => Go(new Place(channel));

    public void OpenThread(Message message) => Go(new Place(message.Channel, message.ThreadTs ?? message.Ts));

    public void CloseThread() => Go(Place with { Thread = null });

    public void Go(Place place)
    {
        if (place.Channel is { } id && workspace.Channels.Find(id) is { } channel && !Places.IsOpenTo(me, channel))
        {
            Note($"{Me.RealName} is not in that private channel.");
            return;
        }

        Place = place;
        Menu = null;
        Tell();
    }

    public void Toggle(string menu)
    {
        Menu = Menu == menu ? null : menu;
        Tell();
    }

    public void TogglePanel(string panel)
    {
        Panel = Panel == panel ? null : panel;
        Tell();
    }

    public void Ask(Question? question)
    {
        Question = question;
        Tell();
    }

    public void Note(string? notice)
    {
        Notice = notice;
        Tell();
    }

    /// <summary>Does what a person asked for; what cannot be done is said on the page.</summary>
    public async Task TryAsync(Func<Person, Task> act)
    {
        Menu = null;
        try
        {
            await act(Person);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            Note(e.Message);
        }
    }

    public void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            Note(e.Message);
        }
    }

    public bool HasNews(Channel channel) => channel.Id != Place.Channel && marks.HasNews(me, channel.Id);

    /// <summary>What is on the screen counts as read.</summary>
    public void MarkRead()
    {
        if (Place.Channel is { } channel)
        {
            marks.Read(me, channel);
        }
    }

    public Place? PlaceOf(string url) => places.OfLink(url);

    private void Tell() => Changed?.Invoke(this, EventArgs.Empty);

    private static bool IsRefusal(Exception e) => e is ArgumentException or InvalidOperationException or FormatException;

    private static string KeyOf(Message message) => message.Channel + message.Ts;
}
