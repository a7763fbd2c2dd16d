using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>One line of a history.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="What">What was done, and by whom.</param>
internal sealed record HistoryLine(DateTimeOffset At, Mrkdwn What);

/// <summary>Who changed what and when, newest first; opened from where the changed thing is shown.</summary>
internal static partial class HistoryModal
{
    public const string Label = "History";

    private const int MaxLines = 95;
    private const int MaxValueLength = 500;

    public static Modal Render(string about, IEnumerable<HistoryLine> lines)
    {
        List<HistoryLine> newest = [.. lines.OrderByDescending(line => line.At)];
        return new Modal(Label)
        {
            Close = "Close",
            Blocks =
            [
                new ContextBlock(Mrkdwn.Escape(about)),
                .. newest.Count == 0 ? [new SectionBlock(Mrkdwn.Raw("Nothing was changed yet."))] : Array.Empty<Block>(),
                .. newest.Take(MaxLines).Select(line => new SectionBlock(Mrkdwn.Text($"*{Mrkdwn.Date(line.At)}*  {line.What}"))),
                .. newest.Count > MaxLines
                    ? [new ContextBlock(Mrkdwn.Text($"{newest.Count - MaxLines} earlier changes are not shown."))]
                    : Array.Empty<Block>(),
            ],
        };
    }

    public static HistoryLine Of(IncidentChange change) => new(change.At, ChangeLine.Of(change, MaxValueLength));

    public static HistoryLine Of(ActionChange change) => new(change.At, WithAuthor(change.What, change.By));

    public static HistoryLine Of(PostMortemChange change) => new(change.At, WithAuthor(
        change is { Section: { } section } ? $"{section}: {change.What}" : change.What, change.By));

    /// <summary>The earlier texts of an entry with what replaced each, and when it was removed.</summary>
    public static IEnumerable<HistoryLine> Of(TimelineEntry entry)
    {
        var texts = entry.EarlierTexts.Select(earlier => earlier.Text).Append(entry.Text).ToList();
        var lines = entry.EarlierTexts.Select((earlier, index) => new HistoryLine(
            earlier.ReplacedAt,
            Mrkdwn.Text(
                $"“{Short(earlier.Text)}” → “{Short(texts[index + 1])}” {By(earlier.ReplacedBy, "the message was edited")}")));
        return entry is { IsRemoved: true, EditedAt: { } at }
            ? lines.Append(new HistoryLine(
                at, Mrkdwn.Text($"removed “{Short(entry.Text)}” {By(entry.EditedBy, "the message changed")}")))
            : lines;
    }

    private static Mrkdwn WithAuthor(string what, PersonId? by) =>
        Mrkdwn.Text($"{Mrkdwn.FromSlack(Shown(Mrkdwn.Escape(what).Content))} {By(by, "by IncidentBot")}");

    /// <summary>People and times stand in these texts as they are stored; readers see names, and the time in their zone.</summary>
    private static string Shown(string what) => Times().Replace(
        PersonIds().Replace(what, "<@$0>"),
        time => DateTimeOffset.TryParseExact(
            time.Value, "yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Mrkdwn.Date(at).Content
            : DateOnly.TryParseExact(time.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? ActionWords.Day(day)
                : time.Value);

    private static Mrkdwn By(PersonId? by, string otherwise) =>
        by is { } person ? Mrkdwn.Text($"_by_ {Mrkdwn.User(person.Value)}") : Mrkdwn.Raw($"_{otherwise}_");

    private static string Short(string text) => SlackText.Truncate(text.ReplaceLineEndings(" "), MaxValueLength);

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2} UTC)?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Times();

    /// <summary>People stand in these texts by their ids: U or W, then capitals with a digit among them.</summary>
    [GeneratedRegex(@"\b[UW](?=[A-Z]*[0-9])[A-Z0-9]{5,}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PersonIds();
}
