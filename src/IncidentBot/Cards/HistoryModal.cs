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
internal static class HistoryModal
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

    public static HistoryLine Of(ActionChange change) => new(change.At, WithAuthor(Mentioning(change.What, change.People), change.By));

    public static HistoryLine Of(PostMortemChange change)
    {
        var what = Mentioning(change.What, change.People);
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

    /// <summary>The words of a change, with a mention in place of the id of each person that the change names.</summary>
    private static Mrkdwn Mentioning(string what, IReadOnlyList<PersonId> people)
    {
        var ids = string.Join('|', people.Select(person => Regex.Escape(person.Value)));
        return people.Count == 0
            ? Mrkdwn.Escape(what)
            : Mrkdwn.FromSlack(Regex.Replace(
                SlackText.Escape(what), $@"\b({ids})\b", id => Mrkdwn.User(id.Value).Content, RegexOptions.ExplicitCapture, Timeout));
    }

    private static Mrkdwn By(PersonId? by, string otherwise) =>
        by is { } person ? Mrkdwn.Text($"_by_ {Mrkdwn.User(person.Value)}") : Mrkdwn.Raw($"_{otherwise}_");

    private static string Short(string text) => SlackText.Truncate(text.ReplaceLineEndings(" "), MaxValueLength);
}
