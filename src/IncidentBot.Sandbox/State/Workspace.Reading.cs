using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.People;

namespace IncidentBot.Sandbox.State;

/// <summary>Look-ups by name, for people, the page and tests.</summary>
internal sealed partial class Workspace
{
    /// <summary>The person (or bot) to act as, by id or name.</summary>
    public Person As(string nameOrId) =>
        new(this, Users.Find(nameOrId) ?? throw new ArgumentException($"There is no one called {nameOrId}.", nameof(nameOrId)));

    /// <summary>The messages of a channel that everyone sees, oldest first, including thread replies.</summary>
    public IReadOnlyList<Message> MessagesIn(string channel) =>
        [.. Messages.In(Channels.Named(channel).Id).Where(m => !m.IsEphemeral)];

    /// <summary>The messages of a channel that this person sees, including their ephemeral messages, oldest first.</summary>
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
    public string PlainText(Surface surface) => new PlainText(this).Of(surface);
}
