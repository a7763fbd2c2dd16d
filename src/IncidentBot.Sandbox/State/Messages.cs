using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace IncidentBot.Sandbox.State;

/// <summary>The messages in channels. The app receives every change if it is subscribed and a member.</summary>
internal sealed class Messages(Workspace workspace)
{
    private readonly Dictionary<string, List<Message>> byChannel = [];
    private readonly Dictionary<string, long> lastMicros = [];

    public IReadOnlyList<Message> In(string channel) => workspace.Read(() => byChannel.GetValueOrDefault(channel)?.ToList() ?? []);

    public IReadOnlyList<Message> Thread(string channel, string ts) => workspace.Read(() =>
        byChannel.GetValueOrDefault(channel)?.FindAll(m => !m.IsEphemeral && (m.Ts == ts || m.ThreadTs == ts)) ?? []);

    public IReadOnlyList<Message> EphemeralsOf(string user) =>
        workspace.Read(() =>
            byChannel.Values.SelectMany(m => m).Where(m => m.EphemeralTo == user).OrderBy(m => m.Ts, StringComparer.Ordinal).ToList());

    public Message? Find(string channel, string ts) => workspace.Read(() => byChannel.GetValueOrDefault(channel)?.Find(m => m.Ts == ts));

    /// <summary>Seconds, a dot and six digits; unique and rising within a channel.</summary>
    public string NextTs(string channel) => workspace.Change(() =>
    {
        var now = (workspace.Now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var micros = lastMicros[channel] = Math.Max(now, lastMicros.GetValueOrDefault(channel) + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");
    });

    /// <summary>Adds a message with a new ts. No one but its recipient sees an ephemeral message, and the app gets no event.</summary>
    public Message Post(Message draft) => workspace.Change(() =>
    {
        var message = draft with { Ts = NextTs(draft.Channel), ThreadTs = draft.ThreadTs == "" ? null : draft.ThreadTs };
        if (!byChannel.TryGetValue(message.Channel, out var list))
        {
            byChannel[message.Channel] = list = [];
        }

        list.Add(message);
        if (!message.IsEphemeral)
        {
            workspace.Events.MessagePosted(message);
        }

        return message;
    });

    /// <summary>Replaces text or blocks; with <paramref name="by"/>, the message is marked "(edited)".</summary>
    public Message Edit(Message original, Func<Message, Message> change, string? by) => workspace.Change(() =>
    {
        var before = Newest(original);
        var message = change(before);
        message = by is null ? message : message with { Edited = new Edit(by, NextTs(message.Channel)) };
        Replace(message);
        if (!message.IsEphemeral)
        {
            workspace.Events.MessageChanged(message, before);
        }

        return message;
    });

    /// <summary>The first message of a thread with replies leaves a tombstone, which goes with the last reply.</summary>
    public void Delete(Message message) => workspace.Change(() =>
    {
        var list = byChannel[message.Channel];
        if (message.IsEphemeral)
        {
            list.RemoveAll(m => m.Ts == message.Ts);
            return;
        }

        if (list.Exists(m => m.ThreadTs == message.Ts && !m.IsEphemeral))
        {
            var tombstone = new Message(message.Channel, message.Ts, Users.Slackbot, "This message was deleted.") { Subtype = "tombstone" };
            Replace(tombstone);
            workspace.Events.MessageChanged(tombstone, message);
            return;
        }

        list.RemoveAll(m => m.Ts == message.Ts);
        workspace.Events.MessageDeleted(message);
        if (message.ThreadTs is { } root && Find(message.Channel, root) is { IsTombstone: true } grave
            && !list.Exists(m => m.ThreadTs == root))
        {
            Delete(grave);
        }
    });

    /// <summary>False if this person has already added the reaction.</summary>
    public bool React(Message target, string name, string user) => workspace.Change(() =>
    {
        var message = Newest(target);
        var at = message.Reactions.FindIndex(r => r.Name == name);
        if (at >= 0 && message.Reactions[at].Users.Contains(user))
        {
            return false;
        }

        Replace(message with
        {
            Reactions = at < 0
                ? message.Reactions.Add(new Reaction(name, [user]))
                : message.Reactions.SetItem(at, message.Reactions[at] with { Users = message.Reactions[at].Users.Add(user) }),
        });
        workspace.Events.Reacted(message, name, user, added: true);
        return true;
    });

    public bool Unreact(Message target, string name, string user) => workspace.Change(() =>
    {
        var message = Newest(target);
        var at = message.Reactions.FindIndex(r => r.Name == name);
        if (at < 0 || !message.Reactions[at].Users.Contains(user))
        {
            return false;
        }

        var left = message.Reactions[at].Users.Remove(user);
        Replace(message with
        {
            Reactions = left.IsEmpty ? message.Reactions.RemoveAt(at) : message.Reactions.SetItem(at, new Reaction(name, left)),
        });
        workspace.Events.Reacted(message, name, user, added: false);
        return true;
    });

    public void SetPin(Message target, Pin? pin, string user) => workspace.Change(() =>
    {
        var message = Newest(target);
        Replace(message with { Pin = pin });
        workspace.Events.Pinned(message with { Pin = pin ?? message.Pin }, user, added: pin is not null);
    });

    /// <summary>Stores a person's choice in a select or date picker of a message.</summary>
    public Message SetValue(Message target, FieldKey key, JsonElement value) => workspace.Change(() =>
    {
        var message = Newest(target);
        var changed = message with { Values = message.Values.SetItem(key, value) };
        Replace(changed);
        return changed;
    });

    /// <summary>A caller's copy may be older than the last reaction, pin or choice.</summary>
    private Message Newest(Message copy) => Find(copy.Channel, copy.Ts) ?? copy;

    private void Replace(Message message)
    {
        var list = byChannel[message.Channel];
        var at = list.FindIndex(m => m.Ts == message.Ts);
        if (at >= 0)
        {
            list[at] = message;
        }
    }
}
