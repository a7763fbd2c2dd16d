using IncidentBot.Sandbox.State;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>The bot's direct messages to all people, and which of them are new since the clock was moved.</summary>
internal sealed class BotMessages(Sandbox.State.Workspace workspace)
{
    private HashSet<string> _known = [];

    public void MarkAllRead() => _known = [.. All().Select(message => message.Ts)];

    public IReadOnlyList<string> Unread() => [.. All().Where(message => !_known.Contains(message.Ts)).Select(workspace.PlainText)];

    /// <summary>The unread messages to one person.</summary>
    public IReadOnlyList<string> UnreadBy(string person) =>
    [
        .. workspace.DmWith(person)
            .Where(message => message.BotId is not null && !_known.Contains(message.Ts))
            .Select(workspace.PlainText),
    ];

    private IEnumerable<Message> All() => workspace.Channels.All
        .Where(channel => channel.IsDm)
        .SelectMany(channel => workspace.MessagesIn(channel.Id))
        .Where(message => message.BotId is not null);
}
