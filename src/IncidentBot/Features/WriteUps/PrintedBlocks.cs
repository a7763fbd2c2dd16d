using System.Text.RegularExpressions;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// The printed write-up as people read it in Slack: headings, paragraphs and lists. A table becomes a list, because a table of five
/// columns is unreadable in a modal. It reads the Markdown of <see cref="WriteUpMarkdown"/>, so the preview says what the file says.
/// </summary>
internal static partial class PrintedBlocks
{
    /// <summary>Slack refuses a view of 250 kB; this leaves room for the rest of it.</summary>
    private const int MaxText = 60_000;

    private const int MaxBlocks = 80;
    private const int MaxBlockText = 2900;

    public static IReadOnlyList<Block> Of(string markdown)
    {
        var (blocks, shown) = (new List<Block>(), 0);
        foreach (var lines in Paragraphs(markdown))
        {
            foreach (var block in Render(lines))
            {
                if (blocks.Count == MaxBlocks || shown > MaxText)
                {
                    blocks.Add(new ContextBlock(Mrkdwn.Raw("The published file contains the rest.")));
                    return blocks;
                }

                blocks.Add(block);
                shown += lines.Sum(line => line.Length);
            }
        }

        return blocks;
    }

    private static IEnumerable<IReadOnlyList<string>> Paragraphs(string markdown) => markdown.Split("\n\n")
        .Select(paragraph => paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Where(lines => lines.Length > 0);

    private static IEnumerable<Block> Render(IReadOnlyList<string> lines) => lines[0] switch
    {
        ['#', ..] => [new HeaderBlock(Plain(lines[0].TrimStart('#').Trim()))],
        _ when PrintedTables.IsTable(lines) => Lists(PrintedTables.Rows(lines).Select(Row)),
        ['-', ' ', ..] => Lists(lines.Select(line => new RichTextSection([.. Leaves(line[2..])]))),
        _ => [new RichTextBlock(new RichTextSection([.. Leaves(string.Join('\n', lines.Select(line => line.TrimEnd())))]))],
    };

    private static IEnumerable<RichTextBlock> Lists(IEnumerable<RichTextSection> items)
    {
        var (list, length) = (new List<RichTextSection>(), 0);
        foreach (var item in items)
        {
            var added = item.Elements.OfType<RichText>().Sum(text => text.Text.Length);
            if (list.Count > 0 && length + added > MaxBlockText)
            {
                yield return new RichTextBlock(new RichTextList("bullet", list));
                (list, length) = ([], 0);
            }

            list.Add(item);
            length += added;
        }

        if (list.Count > 0)
        {
            yield return new RichTextBlock(new RichTextList("bullet", list));
        }
    }

    private static RichTextSection Row(PrintedRow row) => new(
    [
        .. Leaves(row.First).Select(Bold),
        .. row.Others.SelectMany((cell, place) =>
            Leaves(cell.Text).Prepend(new RichText(PrintedTables.Before(cell, isFirst: place == 0)))),
    ]);

    private static RichTextLeaf Bold(RichTextLeaf leaf) =>
        leaf is RichText text ? text with { Style = new RichTextStyle { Bold = true } } : leaf;

    private static IEnumerable<RichTextLeaf> Leaves(string markdown)
    {
        var done = 0;
        foreach (Match match in Inline().Matches(markdown))
        {
            if (match.Index > done)
            {
                yield return new RichText(Plain(markdown[done..match.Index]));
            }

            done = match.Index + match.Length;
            yield return match switch
            {
                _ when match.Groups["address"].Success => new RichTextLink(match.Groups["address"].Value),
                _ when match.Groups["bold"].Success => Bold(new RichText(Plain(match.Groups["bold"].Value))),
                _ => new RichTextLink(match.Groups["target"].Value, Plain(match.Groups["label"].Value)),
            };
        }

        if (done < markdown.Length)
        {
            yield return new RichText(Plain(markdown[done..]));
        }
    }

    private static string Plain(string markdown) => Escaped().Replace(markdown, "${sign}");

    [GeneratedRegex(@"\\(?<sign>[!-/:-@\[-`{-~])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escaped();

    /// <summary>What <see cref="MarkdownText"/> and the headings of lists write; what people typed is escaped.</summary>
    [GeneratedRegex(
        @"(?<!\\)<(?<address>https?://[^<>\s]+)>|(?<!\\)\*\*(?<bold>(\\.|[^*\\])+)\*\*"
        + @"|(?<!\\)\[(?<label>(\\.|[^\]\\])*)\]\(<(?<target>[^<>\s]+)>\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Inline();
}
