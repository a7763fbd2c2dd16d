using System.Globalization;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>The files of a timeline entry: their names, as links that work for everyone who may see the files.</summary>
internal static class FileWords
{
    private const int Shown = 3;
    private const int NameLength = 60;

    /// <summary>Follows the entry's text; empty when there is no file.</summary>
    public static Mrkdwn Links(IReadOnlyList<MessageFile> files)
    {
        if (files.Count == 0)
        {
            return Mrkdwn.Empty;
        }

        var rest = files.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $" and {files.Count - Shown} more") : "";
        return Mrkdwn.Text($" · :paperclip: {Mrkdwn.Join(", ", files.Take(Shown).Select(Link))}{rest}");
    }

    private static Mrkdwn Link(MessageFile file)
    {
        var name = SlackText.Truncate(file.Name, NameLength);
        return file.Permalink is { } address ? Mrkdwn.Link(address, name) : Mrkdwn.Escape(name);
    }
}
