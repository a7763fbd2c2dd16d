using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Forms.Wording;

/// <summary>A finding as people see it, right under its field: what such words do, what to ask instead, and the two ways forward.</summary>
internal static class FindingBlocks
{
    /// <summary>Puts the words that are offered into the field; value as in <see cref="Offer"/>.</summary>
    public const string Use = "wording_use";

    private const string Label = "Use: ";
    private const string OfActions = "-action";

    public static IEnumerable<Block> Render(FieldFinding finding, int room)
    {
        var (field, text) = (finding.Field.Block, finding.FieldText.Text);
        var offer = Offer.Of(finding);
        var fits = offer is not null && offer.Write().Length <= Button.MaxValueLength && offer.Words.Length - text.Length <= room;
        yield return new SectionBlock(Words(finding, fits ? offer!.Words : null)) { BlockId = FieldIds.Words(field, finding.Hash) };
        if (fits)
        {
            yield return new ActionsBlock(
                new Button(Use, SlackText.Truncate(Label + offer!.Words, Button.MaxTextLength)) { Value = offer.Write() })
            {
                BlockId = FieldIds.Offer(field, finding.Hash),
            };
        }

        yield return new InputBlock(finding.ReasonId, "Why should it stay?", new PlainTextInput("value")
        {
            MaxLength = PostMortemLimits.Reason,
            InitialValue = finding.Reason.Length > 0 ? finding.Reason : null,
        })
        {
            Optional = true,
        };
    }

    /// <summary>The same words as a hint: nothing has to be answered.</summary>
    public static Mrkdwn Hint(FieldFinding finding) => Mrkdwn.Join(
        "\n",
        Words(finding, null),
        finding.Blame.Rewrite is { Length: > 0 } rewrite ? Mrkdwn.Text($"Instead: “{rewrite}”") : Mrkdwn.Empty);

    private static Mrkdwn Words(FieldFinding finding, string? offered)
    {
        var blame = finding.Blame;
        return Mrkdwn.Join(
            "\n",
            Mrkdwn.Text($":speech_balloon: *“{blame.WordsIn(finding.FieldText.Text)}”* {blame.Harm}"),
            Mrkdwn.Text($"_{blame.Reframe}_"),
            blame.Rule == TopFinding.StoppedEarly && finding.Field.ExtraField is not null
                ? Mrkdwn.Raw("*Ask why once more:* why didn't the system make this easy, or do it by itself? Answer in the next field.")
                : Mrkdwn.Empty,
            finding.Field.Example is { } example && blame.Rule.EndsWith(OfActions, StringComparison.Ordinal)
                ? Mrkdwn.Text($"For example: “{example}”")
                : Mrkdwn.Empty,
            offered is not null && Label.Length + offered.Length > Button.MaxTextLength
                ? Mrkdwn.Text($"Instead: “{offered}”")
                : Mrkdwn.Empty);
    }
}

/// <summary>A suggested rewrite: the field, the text, and the new words.</summary>
internal sealed record Offer(string Field, string Hash, string Words)
{
    public static Offer? Of(FieldFinding finding) => finding.Blame.Rewrite is { Length: > 0 } words
        ? new Offer(finding.Field.Block, finding.Hash, words)
        : null;

    public static Offer Read(string value)
    {
        return value.Split('\n', 3) is [var field, var hash, var words] ? new Offer(field, hash, words) : new Offer("", "", "");
    }

    public string Write() => $"{Field}\n{Hash}\n{Words}";

    /// <summary>A field's text with the rewrite; null when the original text is no longer there.</summary>
    public string? In(string text)
    {
        if (FieldIds.HashOf(text) == Hash)
        {
            return Words;
        }

        var lines = PointList.Read(text);
        return lines.Any(line => FieldIds.HashOf(line) == Hash)
            ? string.Join('\n', lines.Select(line => FieldIds.HashOf(line) == Hash ? Words : line))
            : null;
    }
}
