using IncidentBot.Sandbox.State;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>The direct messages of the bot to everybody: which came since the clock was moved?</summary>
internal sealed class Postbox(Sandbox.State.Workspace workspace)
{
    private HashSet<string> _known = [];

    public void Empty() => _known = [.. All().Select(message => message.Ts)];

    public IReadOnlyList<string> News() => [.. All().Where(message => !_known.Contains(message.Ts)).Select(workspace.PlainText)];

    private IEnumerable<Message> All() => workspace.Channels.All
        .Where(channel => channel.IsDm)
        .SelectMany(channel => workspace.MessagesIn(channel.Id))
        .Where(message => message.BotId is not null);
}
