using System.Web;
using IncidentBot.Sandbox.Page.Mrkdwn;
using IncidentBot.Sandbox.People;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>The state of one browser tab: who is signed in and what they look at. <see cref="Changed"/> redraws it.</summary>
internal sealed class PageState
{
    private readonly Workspace workspace;
    private readonly HashSet<string> hidden;
    private readonly ReadMarks marks;
    private readonly Places places;
    private readonly Dictionary<(string User, string Channel, string? Thread), string> drafts = [];
    private string me;

    /// <param name="workspace">The workspace.</param>
    /// <param name="person">The person's name or id; null for the first person of the workspace.</param>
    /// <param name="place">The place to show, see <see cref="Places.Named"/>.</param>
    public PageState(Workspace workspace, string? person = null, string? place = null)
    {
        this.workspace = workspace;
        marks = new ReadMarks(workspace);
        places = new Places(workspace);
        hidden = [.. workspace.Users.People.SelectMany(p => workspace.Messages.EphemeralsOf(p.Id)).Select(KeyOf)];
        me = (workspace.Users.Find(person ?? "") ?? workspace.Users.People[0]).Id;
        Place = places.Named(me, place);
        workspace.Users.AtThePage = me;
        MarkRead();
        NotePlace();
    }

    public event EventHandler? Changed;

    /// <summary>Restores the state from an <see cref="Address"/>.</summary>
    public static PageState At(string address, Workspace workspace)
    {
        var query = HttpUtility.ParseQueryString(new Uri(address).Query);
        return new PageState(workspace, query["as"], query["in"]);
    }

    /// <summary>Goes to an earlier <see cref="Address"/>, as the browser's Back button does.</summary>
    public void Return(string address)
    {
        var query = HttpUtility.ParseQueryString(address);
        me = (workspace.Users.Find(query["as"] ?? "") ?? Me).Id;
        Go(places.Named(me, query["in"]));
    }

    public Place Place { get; private set; }

    /// <summary>The query of the browser's address, so that a reload restores the place.</summary>
    public string Address => $"?as={Me.Name}&in={(Channel is { } channel ? channel.IsDm ? "messages" : channel.Name : "home")}";

    /// <summary>The small menu that is open, for example "more:" and a ts; one at a time.</summary>
    public string? Menu { get; private set; }

    /// <summary>An error message, until the person closes it.</summary>
    public string? Notice { get; private set; }

    /// <summary>The open confirmation dialog.</summary>
    public Question? Question { get; private set; }

    /// <summary>Whether the tour is shown, as long as there is one.</summary>
    public bool ShowsTour { get; private set; } = true;

    /// <summary>Whether a narrow screen shows all steps of the tour instead of the current one.</summary>
    public bool ShowsAllSteps { get; private set; }

    /// <summary>Whether the drawer with the places is open; only narrow screens have one.</summary>
    public bool IsDrawerOpen { get; private set; }

    /// <summary>The side panel: "clock", "calls", "failures" or none.</summary>
    public string? Panel { get; private set; }

    public User Me => workspace.Users.ById(me)!;

    public Person Person => workspace.As(me);

    public TimeZoneInfo Zone => ZoneOf(Me);

    public SlackDate Dates => new(Zone, workspace.Now);

    public Channel? Channel => Place.Channel is { } id ? workspace.Channels.Find(id) : null;

    public static TimeZoneInfo ZoneOf(User user) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The instant in the viewer's time zone.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Ephemeral messages disappear on a reload, as in Slack.</summary>
    public bool IsShown(Message message) => !message.IsEphemeral || (message.EphemeralTo == me && !hidden.Contains(KeyOf(message)));

    public void SwitchTo(string user)
    {
        me = user;
        workspace.Users.AtThePage = me;
        if (Channel is { } channel && !Places.IsOpenTo(me, channel))
        {
            Place = places.Named(me, channel.IsDm ? "messages" : null);
        }

        if (Place == Place.Home)
        {
            _ = Person.OpenHomeAsync();
        }

        NotePlace();
        (Menu, IsDrawerOpen) = (null, false);
        NotifyChanged();
    }

    public void ToggleDrawer()
    {
        IsDrawerOpen = !IsDrawerOpen;
        NotifyChanged();
    }

    /// <summary>What was typed here and not sent yet.</summary>
    public string DraftIn(string channel, string? thread) => drafts.GetValueOrDefault((me, channel, thread), "");

    public void KeepDraft(string channel, string? thread, string text) => drafts[(me, channel, thread)] = text;

    /// <summary>The message to scroll to, once.</summary>
    public string? TakeJump()
    {
        var message = Place.Message;
        Place = Place with { Message = null };
        return message;
    }

    public void Open(string channel) => Go(new Place(channel));

    public void OpenThread(Message message) => Go(new Place(message.Channel, message.ThreadTs ?? message.Ts));

    public void CloseThread() => Go(Place with { Thread = null });

    public void Go(Place place)
    {
        if (place.Channel is { } id && workspace.Channels.Find(id) is { } channel && !Places.IsOpenTo(me, channel))
        {
            ShowNotice($"{Me.RealName} is not a member of that private channel.");
            return;
        }

        Place = place;
        NotePlace();
        (Menu, IsDrawerOpen) = (null, false);
        NotifyChanged();
    }

    public void Toggle(string menu)
    {
        Menu = Menu == menu ? null : menu;
        NotifyChanged();
    }

    public void TogglePanel(string panel)
    {
        Panel = Panel == panel ? null : panel;
        IsDrawerOpen = false;
        NotifyChanged();
    }

    public void ToggleTour()
    {
        ShowsTour = !ShowsTour;
        IsDrawerOpen = false;
        NotifyChanged();
    }

    public void ToggleSteps()
    {
        ShowsAllSteps = !ShowsAllSteps;
        NotifyChanged();
    }

    public void Ask(Question? question)
    {
        Question = question;
        NotifyChanged();
    }

    public void ShowNotice(string? notice)
    {
        Notice = notice;
        NotifyChanged();
    }

    /// <summary>Runs a person's action; a refusal becomes a notice on the page.</summary>
    public async Task TryAsync(Func<Person, Task> act)
    {
        Menu = null;
        try
        {
            await act(Person);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            ShowNotice(e.Message);
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
            ShowNotice(e.Message);
        }
    }

    public bool HasUnread(Channel channel) => channel.Id != Place.Channel && marks.HasUnread(me, channel.Id);

    /// <summary>Marks the messages on the screen as read.</summary>
    public void MarkRead()
    {
        if (Place.Channel is { } channel)
        {
            marks.Read(me, channel);
        }
    }

    public Place? PlaceOf(string url) => places.OfLink(url);

    /// <summary>Tells the tour where the person is.</summary>
    private void NotePlace() => workspace.Note(
        DeedKind.Place, Channel is not { } channel ? "IncidentBot home" : channel.IsDm ? "IncidentBot" : $"#{channel.Name}");

    private void NotifyChanged() => Changed?.Invoke(this, EventArgs.Empty);

    private static bool IsRefusal(Exception e) => e is ArgumentException or InvalidOperationException or FormatException;

    private static string KeyOf(Message message) => message.Channel + message.Ts;
}
