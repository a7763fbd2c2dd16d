using System.Text;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Crashes.Pictures;

/// <summary>What people see in Slack, line by line: channels and direct messages in order, with everything that hangs on them.</summary>
internal static class SlackPicture
{
    public static IEnumerable<string> Of(Sandbox.State.Workspace slack, Plain plain)
    {
        foreach (var channel in slack.Channels.All.OrderBy(channel => channel.IsDm).ThenBy(channel => NameOf(slack, channel), StringComparer.Ordinal))
        {
            yield return $"#{plain.Of(NameOf(slack, channel))}";
            yield return $"  topic: {plain.Of(channel.Topic.Value)}{(channel.IsArchived ? " (archived)" : "")}";
            yield return $"  members: {string.Join(' ', channel.Members.Select(member => slack.Users.ById(member)?.Name).Order(StringComparer.Ordinal))}";
            foreach (var line in slack.Bookmarks.In(channel.Id).Select(bookmark => $"  bookmark: {bookmark.Title} {plain.Of(bookmark.Link ?? "")}")
                .Concat(Messages(slack, plain, channel)))
            {
                yield return line;
            }
        }

        foreach (var person in slack.Users.People)
        {
            if (slack.Views.Home(person.Id) is { } home)
            {
                yield return $"home of {person.Name}: {Line(plain.Of(slack.PlainText(home)))}";
            }

            if (slack.Views.Top(person.Id) is { } modal)
            {
                yield return $"modal of {person.Name}: {Line(plain.Of(slack.PlainText(modal)))}";
            }
        }
    }

    /// <summary>Ephemerals are left out: Slack itself promises nobody that they arrive.</summary>
    private static IEnumerable<string> Messages(Sandbox.State.Workspace slack, Plain plain, Channel channel)
    {
        var said = slack.MessagesIn(channel.Id);
        foreach (var message in said.Where(message => !message.IsReply))
        {
            yield return "  " + Message(slack, plain, message);
            foreach (var reply in said.Where(reply => reply.ThreadTs == message.Ts))
            {
                yield return "    > " + Message(slack, plain, reply);
            }
        }
    }

    private static string Message(Sandbox.State.Workspace slack, Plain plain, Message message)
    {
        var reactions = message.Reactions
            .OrderBy(reaction => reaction.Name, StringComparer.Ordinal)
            .Select(reaction => $" :{reaction.Name}: by {string.Join(' ', reaction.Users.Select(user => slack.Users.ById(user)?.Name).Order(StringComparer.Ordinal))}");
        var files = message.Files
            .Select(slack.Files.Find)
            .OfType<SharedFile>()
            .Select(file => $" [file {plain.Of(file.Name)} \"{file.Title}\": {plain.Of(Encoding.UTF8.GetString(file.Content ?? []))}]");
        var pin = message.Pin is null ? "" : " (pinned)";
        return Line($"{slack.Users.ById(message.User)?.Name}: {plain.Of(slack.PlainText(message))}{string.Concat(reactions)}{string.Concat(files)}{pin}");
    }

    private static string NameOf(Sandbox.State.Workspace slack, Channel channel) => channel.DmUser is { } user ? $"dm with {slack.Users.ById(user)?.Name}" : channel.Name;

    private static string Line(string text) => text.ReplaceLineEndings(" / ");
}
