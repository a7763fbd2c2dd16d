using System.Collections.Immutable;

namespace IncidentBot.Sandbox.State;

/// <summary>Channels and their lifecycle; callers check permissions.</summary>
internal sealed class Channels(Workspace workspace)
{
    private readonly Dictionary<string, Channel> byId = [];

    public IReadOnlyList<Channel> All => workspace.Read(() => byId.Values.ToList());

    public Channel? Find(string nameOrId) => workspace.Read(() =>
        byId.GetValueOrDefault(nameOrId) ?? byId.Values.FirstOrDefault(c => !c.IsDm && c.Name == nameOrId.TrimStart('#')));

    public Channel? ById(string id) => workspace.Read(() => byId.GetValueOrDefault(id));

    /// <summary>The channel; throws if there is none with this name or id.</summary>
    public Channel Named(string nameOrId) =>
        Find(nameOrId) ?? throw new ArgumentException($"There is no channel {nameOrId}.", nameof(nameOrId));

    public bool IsTaken(string name) => workspace.Read(() => byId.Values.Any(c => !c.IsDm && c.Name == name));

    public void Put(Channel channel) => workspace.Change(() => { byId[channel.Id] = channel; });

    /// <summary>The conversation between a person and the bot; created on first use.</summary>
    public Channel DmOf(string user) => workspace.Change(() =>
    {
        var dm = byId.Values.FirstOrDefault(c => c.DmUser == user);
        if (dm is null)
        {
            var bot = workspace.Users.Bot.Id;
            dm = new Channel(workspace.Ids.Next("D"), "", bot, workspace.Now) { DmUser = user, Members = [user, bot] };
            byId[dm.Id] = dm;
        }

        return dm;
    });

    public bool HasDm(string user) => workspace.Read(() => byId.Values.Any(c => c.DmUser == user));

    public Channel Create(string name, bool isPrivate, string creator) => workspace.Change(() =>
    {
        var channel = new Channel(workspace.Ids.Next("C"), name, creator, workspace.Now) { IsPrivate = isPrivate };
        Put(channel);
        return Join(channel.Id, creator, inviter: null);
    });

    public Channel Join(string id, string user, string? inviter) => workspace.Change(() =>
    {
        var channel = byId[id];
        if (channel.Members.Contains(user))
        {
            return channel;
        }

        channel = channel with { Members = channel.Members.Add(user) };
        Put(channel);
        workspace.Events.MemberJoined(channel, user, inviter);
        Note(id, user, $"{channel.Kind}_join", $"<@{user}> has joined the channel", inviter is null ? [] : [("inviter", inviter)]);
        return channel;
    });

    /// <summary><paramref name="by"/> is set when another person removes the member.</summary>
    public Channel Leave(string id, string user, string? by = null) => workspace.Change(() =>
    {
        var channel = byId[id];
        workspace.Events.MemberLeft(channel, user);
        workspace.Events.BotLeft(channel, user, by ?? user);
        channel = channel with { Members = channel.Members.Remove(user) };
        Put(channel);
        Note(id, user, $"{channel.Kind}_leave", $"<@{user}> has left the channel");
        return channel;
    });

    public Channel Rename(string id, string name, string user) => workspace.Change(() =>
    {
        var before = byId[id];
        var channel = before with { Name = name, PreviousNames = before.PreviousNames.Add(before.Name), Updated = workspace.Now };
        Put(channel);
        workspace.Events.ChannelRenamed(channel);
        Note(id, user, $"{channel.Kind}_name", $"<@{user}> has renamed the channel from \"{before.Name}\" to \"{name}\"",
            ("old_name", before.Name), ("name", name));
        return channel;
    });

    public Channel SetTopic(string id, string topic, string user) => workspace.Change(() =>
    {
        var channel = byId[id] with { Topic = new ChannelNote(topic, user, workspace.Now.ToUnixTimeSeconds()), Updated = workspace.Now };
        Put(channel);
        Note(id, user, $"{channel.Kind}_topic", $"<@{user}> set the channel topic: {topic}", ("topic", topic));
        return channel;
    });

    /// <summary>Archiving removes the bots from the channel, and they receive the event.</summary>
    public void Archive(string id, string user) => workspace.Change(() =>
    {
        var channel = byId[id];
        Note(id, user, $"{channel.Kind}_archive", $"<@{user}> archived the channel");
        workspace.Events.ChannelArchived(channel, user, archived: true);
        var bots = channel.Members.Where(m => workspace.Users.ById(m)?.IsBot == true);
        Put(channel with { IsArchived = true, Members = channel.Members.RemoveRange(bots), Updated = workspace.Now });
    });

    /// <summary>A person restores the channel. Bots stay out until invited, so they receive no event.</summary>
    public void Unarchive(string id, string user) => workspace.Change(() =>
    {
        var channel = byId[id] with { IsArchived = false, Updated = workspace.Now };
        Put(channel);
        workspace.Events.ChannelArchived(channel, user, archived: false);
        Note(id, user, $"{channel.Kind}_unarchive", $"<@{user}> un-archived the channel");
    });

    /// <summary>Removes the channel without a trace.</summary>
    public void Delete(string id) => workspace.Change(() => { byId.Remove(id); });

    private void Note(string channel, string user, string subtype, string text, params (string Key, string Value)[] details) =>
        workspace.Messages.Post(new Message(channel, "", user, text)
        {
            Subtype = subtype,
            Details = details.ToImmutableDictionary(d => d.Key, d => d.Value),
        });
}
