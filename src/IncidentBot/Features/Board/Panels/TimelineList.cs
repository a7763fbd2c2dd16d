using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>
/// The timeline as the meeting reads it: all of it, or the page with the current entry. That entry is highlighted and shows what
/// was known then; the longest quiet period stands where it began.
/// </summary>
/// <param name="Place">The current entry, 0 first.</param>
/// <param name="Count">How many entries there are.</param>
internal sealed record TimelineList(int Place, int Count)
{
    /// <summary>As many as people can follow on a phone.</summary>
    private const int OnPage = 15;

    private const int Longest = 400;
    private const int LongestInList = 160;

    private int First => Place / OnPage * OnPage;

    private int Last => Math.Min(First + OnPage, Count) - 1;

    public static TimelineList Of(BoardView view) =>
        new(Math.Clamp(view.Board.Line, 0, Math.Max(view.Lines.Count - 1, 0)), view.Lines.Count);

    /// <summary>A clock time is enough while the incident lies within a day.</summary>
    public static string TimeFormat(BoardView view) =>
        TimelineView.NeedsDates(view.Lines, TimeZoneInfo.Utc) ? "{date_short} {time}" : "{time}";

    public IEnumerable<Block> Render(BoardView view)
    {
        if (Count == 0)
        {
            yield break;
        }

        foreach (var block in Sections(Rows(view, First, Place - 1)))
        {
            yield return block;
        }

        yield return Current(view);
        foreach (var block in Sections([.. Rows(view, Place + 1, Last), .. AfterTheEnd(view)]))
        {
            yield return block;
        }

        if (Count > OnPage)
        {
            yield return new ContextBlock(Mrkdwn.Text($"Entries {First + 1} to {Last + 1} of {Count}"));
        }
    }

    /// <summary>The buttons that highlight the entry before or after.</summary>
    public IEnumerable<Button> Steps(BoardView view)
    {
        if (Place > 0)
        {
            yield return new Button(BoardActions.PreviousEntry, "Previous entry") { Value = To(view, Place - 1) };
        }

        if (Place < Count - 1)
        {
            yield return new Button(BoardActions.NextEntry, "Next entry") { Value = To(view, Place + 1) };
        }
    }

    /// <summary>The menu options that lead to the pages before and after.</summary>
    public IEnumerable<Option> Pages(BoardView view)
    {
        if (First > 0)
        {
            yield return BoardButtons.OptionOf(BoardActions.PreviousEntry, "Earlier entries", To(view, First - OnPage));
        }

        if (Last < Count - 1)
        {
            yield return BoardButtons.OptionOf(BoardActions.NextEntry, "Later entries", To(view, Last + 1));
        }
    }

    private SectionBlock Current(BoardView view)
    {
        var line = view.Lines[Place];
        var headline = Mrkdwn.Text(
            $":arrow_forward: {Time(view, line)}  *{Mrkdwn.Escape(line.Text, Longest)}*{Actor(line)}");
        return new SectionBlock(Mrkdwn.Join(
            "\n", [QuietBefore(view, Place), headline, .. line.Entry is { } entry ? Known(entry) : []]))
        {
            Accessory = line.Entry is { } known
                ? new Button(CardActions.EntryContext, "What was known then?") { Value = known.Id.ToString("N") }
                : null,
        };
    }

    private static List<Mrkdwn> Rows(BoardView view, int from, int to) =>
    [
        .. Enumerable.Range(from, Math.Max(to - from + 1, 0)).Select(at => Mrkdwn.Join(
            "\n",
            QuietBefore(view, at),
            Mrkdwn.Text(
                $"{Mrkdwn.Raw(EntryWords.For(view.Lines[at].Kind, view.Lines[at].SignalState).Emoji)} {Time(view, view.Lines[at])}  "
                    + $"{Mrkdwn.Escape(view.Lines[at].Text, LongestInList)}{Actor(view.Lines[at])}"))),
    ];

    /// <summary>Where the longest quiet period lies between this entry and the one before.</summary>
    private static Mrkdwn QuietBefore(BoardView view, int at) =>
        view.Gaps.Longest is { } gap && view.Lines[at].At > gap.Start && (at == 0 || view.Lines[at - 1].At <= gap.Start)
            ? Quiet(gap)
            : Mrkdwn.Empty;

    /// <summary>The same when it began with the last entry.</summary>
    private IEnumerable<Mrkdwn> AfterTheEnd(BoardView view) =>
        Last == Count - 1 && view.Gaps.Longest is { } gap && view.Lines[^1].At <= gap.Start ? [Quiet(gap)] : [];

    private static Mrkdwn Quiet(Gap gap) =>
        Mrkdwn.Text($":mag: _longest quiet period begins: {gap.Label}, {IncidentDuration.Format(gap.Duration)}_");

    /// <summary>As many lines in a block as fit.</summary>
    private static IEnumerable<Block> Sections(IReadOnlyList<Mrkdwn> lines)
    {
        var (block, length) = (new List<Mrkdwn>(), 0);
        foreach (var line in lines)
        {
            if (length + line.Content.Length + 1 > SectionBlock.MaxTextLength)
            {
                yield return new SectionBlock(Mrkdwn.Join("\n", block));
                (block, length) = ([], 0);
            }

            block.Add(line);
            length += line.Content.Length + 1;
        }

        if (block.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join("\n", block));
        }
    }

    private static Mrkdwn Time(BoardView view, TimelineLine line) => Mrkdwn.Date(line.At, TimeFormat(view));

    /// <summary>A change's sentence already names its author.</summary>
    private static Mrkdwn Actor(TimelineLine line) =>
        line is { Entry: not null, ActorName.Length: > 0 } ? Mrkdwn.Text($" ({line.ActorName})") : Mrkdwn.Empty;

    private static IEnumerable<Mrkdwn> Known(TimelineEntry entry)
    {
        (string Label, string? Text)[] columns =
        [
            ("Known", entry.InformationAvailable),
            ("Decided", entry.Decision),
            ("Assumed", entry.Assumption),
            ("Found out via", entry.LearnedHow),
        ];
        return columns.Where(column => column.Text is not null).Select(
            column => Mrkdwn.Text($"_{column.Label}:_ {Mrkdwn.Escape(column.Text!, Longest)}"));
    }

    private static string To(BoardView view, int place) => ButtonValue.Write(view.PostMortemView.Number, place);
}
