using System.Text;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Crashes.Snapshots;

/// <summary>What people see in Slack, line by line: channels and direct messages in order, with everything that hangs on them.</summary>
internal static class SlackSnapshot
{
    public static IEnumerable<string> Of(Sandbox.State.Workspace slack, TextNormalizer normalizer)
    {
        var channels = slack.Channels.All
            .OrderBy(channel => channel.IsDm)
            .ThenBy(channel => NameOf(slack, channel), StringComparer.Ordinal);
        foreach (var channel in channels)
        {
            yield return $"#{normalizer.Normalize(NameOf(slack, channel))}";
            yield return $"  topic: {normalizer.Normalize(channel.Topic.Value)}{(channel.IsArchived ? " (archived)" : "")}";
            yield return $"  members: {Names(slack, channel.Members)}";
            foreach (var line in slack.Bookmarks.In(channel.Id).Select(
                bookmark => $"  bookmark: {bookmark.Title} {normalizer.Normalize(bookmark.Link ?? "")}")
                .Concat(Messages(slack, normalizer, channel)))
            {
                yield return line;
            }
        }

        foreach (var person in slack.Users.People)
        {
            if (slack.Views.Home(person.Id) is { } home)
            {
                yield return $"home of {person.Name}: {Line(normalizer.Normalize(slack.PlainText(home)))}";
            }

            if (slack.Views.Top(person.Id) is { } modal)
            {
                yield return $"modal of {person.Name}: {Line(normalizer.Normalize(slack.PlainText(modal)))}";
            }
        }
    }

    /// <summary>Ephemeral messages are left out, because Slack does not guarantee their delivery.</summary>
    private static IEnumerable<string> Messages(Sandbox.State.Workspace slack, TextNormalizer normalizer, Channel channel)
    {
        var said = slack.MessagesIn(channel.Id);
        foreach (var message in said.Where(message => !message.IsReply))
        {
            yield return "  " + Message(slack, normalizer, message);
            foreach (var reply in said.Where(reply => reply.ThreadTs == message.Ts))
            {
                yield return "    > " + Message(slack, normalizer, reply);
            }
        }
    }

    private static string Message(Sandbox.State.Workspace slack, TextNormalizer normalizer, Message message)
    {
        var reactions = message.Reactions
            .OrderBy(reaction => reaction.Name, StringComparer.Ordinal)
            .Select(reaction => $" :{reaction.Name}: by {Names(slack, reaction.Users)}");
        var files = message.Files
            .Select(slack.Files.Find)
            .OfType<SharedFile>()
            .Select(file => $" [file {normalizer.Normalize(file.Name)} \"{file.Title}\": {ContentOf(file, normalizer)}]");
        var pin = message.Pin is null ? "" : " (pinned)";
        var text = normalizer.Normalize(slack.PlainText(message));
        return Line($"{slack.Users.ById(message.User)?.Name}: {text}{string.Concat(reactions)}{string.Concat(files)}{pin}");
    }

    private static string ContentOf(SharedFile file, TextNormalizer normalizer) =>
        normalizer.Normalize(Encoding.UTF8.GetString(file.Content ?? []));

    private static string Names(Sandbox.State.Workspace slack, IEnumerable<string> users) =>
        string.Join(' ', users.Select(user => slack.Users.ById(user)?.Name).Order(StringComparer.Ordinal));

    private static string NameOf(Sandbox.State.Workspace slack, Channel channel) =>
        channel.DmUser is { } user ? $"dm with {slack.Users.ById(user)?.Name}" : channel.Name;

    private static string Line(string text) => text.ReplaceLineEndings(" / ");
}
