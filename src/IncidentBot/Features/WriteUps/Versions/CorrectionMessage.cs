using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps.Versions;

/// <summary>The message about a corrected version in the write-up's thread: what was corrected, and the lines that changed.</summary>
internal static class CorrectionMessage
{
    private const int MaxLines = 12;
    private const int MaxLine = 300;

    public static MessageContent Render(int revision, string note, IReadOnlyList<ChangedLine> differences)
    {
        var sentence = Mrkdwn.Text($"*Corrected, version {revision}:* {note}");
        return differences.Count == 0
            ? MessageContent.Paragraph(sentence)
            : new MessageContent(
                sentence, [new SectionBlock(sentence), new RichTextBlock([.. Sections(differences)]), .. MoreLines(differences)]);
    }

    private static IEnumerable<RichTextElement> Sections(IReadOnlyList<ChangedLine> differences)
    {
        foreach (var section in differences.Take(MaxLines).GroupBy(line => line.Section))
        {
            if (section.Key.Length > 0)
            {
                yield return new RichTextSection(new RichText(section.Key) { Style = new RichTextStyle { Bold = true } });
            }

            foreach (var line in section)
            {
                yield return new RichTextQuote(Line(line));
            }
        }
    }

    private static RichText Line(ChangedLine line)
    {
        var text = SlackText.Truncate(line.Text, MaxLine);
        return line.IsNew ? new RichText(text) : new RichText(text) { Style = new RichTextStyle { Strike = true } };
    }

    private static IEnumerable<ContextBlock> MoreLines(IReadOnlyList<ChangedLine> differences)
    {
        if (differences.Count > MaxLines)
        {
            yield return new ContextBlock(Mrkdwn.Text($"and {differences.Count - MaxLines} more lines in the new file"));
        }
    }
}
