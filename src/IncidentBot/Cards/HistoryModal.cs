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
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    public static Modal Render(string about, IEnumerable<HistoryLine> lines)
    {
        List<HistoryLine> newest = [.. lines.OrderByDescending(line => line.At)];
        return new Modal(Label)
        {
            Close = "Close",
            Blocks =
            [
                new ContextBlock(Mrkdwn.Escape(about)),
                .. newest.Count == 0 ? [new SectionBlock(Mrkdwn.Raw("No changes yet."))] : Array.Empty<Block>(),
                .. newest.Take(MaxLines).Select(line => new SectionBlock(Mrkdwn.Text($"*{Mrkdwn.Date(line.At)}*  {line.What}"))),
                .. newest.Count > MaxLines
                    ? [new ContextBlock(Mrkdwn.Text($"{newest.Count - MaxLines} earlier changes are not shown."))]
                    : Array.Empty<Block>(),
            ],
        };
    }

    public static HistoryLine Of(IncidentChange change) => new(change.At, ChangeLine.Of(change, MaxValueLength));

    public static HistoryLine Of(ActionChange change) => new(change.At, WithAuthor(Shown(change.What, change.People), change.By));

    public static HistoryLine Of(PostMortemChange change)
    {
        var what = Shown(change.What, change.People);
        return new(change.At, WithAuthor(change is { Section: { } section } ? Mrkdwn.Text($"{section}: {what}") : what, change.By));
    }

    /// <summary>Each earlier text of an entry with its replacement, and when the entry was removed.</summary>
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

    private static Mrkdwn WithAuthor(Mrkdwn what, PersonId? by) => Mrkdwn.Text($"{what} {By(by, "by IncidentBot")}");

    /// <summary>
    /// The words of a change as readers see them: a mention in place of the id of each person that the change names, and times,
    /// which are stored in UTC, in the reader's zone.
    /// </summary>
    private static Mrkdwn Shown(string what, IReadOnlyList<PersonId> people)
    {
        var text = Mrkdwn.Escape(what).Content;
        if (people.Count > 0)
        {
            var ids = string.Join('|', people.Select(person => Regex.Escape(person.Value)));
            text = Regex.Replace(text, $@"\b({ids})\b", id => Mrkdwn.User(id.Value).Content, RegexOptions.ExplicitCapture, Timeout);
        }

        return Mrkdwn.FromSlack(Times().Replace(text, Shown));
    }

    private static string Shown(Match time) =>
        DateTimeOffset.TryParseExact(
            time.Value, "yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Mrkdwn.Date(at).Content
            : DateOnly.TryParseExact(time.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? ActionWords.Day(day)
                : time.Value;

    private static Mrkdwn By(PersonId? by, string otherwise) =>
        by is { } person ? Mrkdwn.Text($"_by_ {Mrkdwn.User(person.Value)}") : Mrkdwn.Raw($"_{otherwise}_");

    private static string Short(string text) => SlackText.Truncate(text.ReplaceLineEndings(" "), MaxValueLength);

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2} UTC)?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Times();
}
