using IncidentBot.Cards;
using IncidentBot.Domain.Timelines;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The timeline, one entry at a time: what happened, and what people knew then.</summary>
internal static class TimelineWalk
{
    private const int Longest = 400;

    public static IEnumerable<Block> Render(BoardView view)
    {
        if (view.Lines.Count == 0)
        {
            yield break;
        }

        var place = Math.Clamp(view.Board.Line, 0, view.Lines.Count - 1);
        var line = view.Lines[place];
        yield return new SectionBlock(Mrkdwn.Join(
            "\n", [Headline(line, place, view.Lines.Count), .. line.Entry is { } entry ? Known(entry) : []]))
        {
            Accessory = line.Entry is { } known
                ? new Button(CardActions.EntryContext, "What was known then?") { Value = known.Id.ToString("N") }
                : null,
        };
        yield return new ActionsBlock([.. Buttons(view, place)]);
    }

    private static Mrkdwn Headline(TimelineLine line, int place, int count) => Mrkdwn.Text(
        $"_{place + 1} of {count}_  {Mrkdwn.Raw(EntryWords.For(line.Kind, line.SignalState).Emoji)} {Mrkdwn.Date(line.At)}  "
            + $"*{Mrkdwn.Escape(line.Text, Longest)}*{(line.ActorName.Length > 0 ? $" ({line.ActorName})" : "")}");

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

    private static IEnumerable<IActionsElement> Buttons(BoardView view, int place)
    {
        if (place > 0)
        {
            yield return new Button(BoardActions.PreviousEntry, "Previous entry")
            {
                Value = FormattableString.Invariant($"{view.PostMortemView.Number}:{place - 1}"),
            };
        }

        if (place < view.Lines.Count - 1)
        {
            yield return new Button(BoardActions.NextEntry, "Next entry")
            {
                Value = FormattableString.Invariant($"{view.PostMortemView.Number}:{place + 1}"),
            };
        }

        yield return new Button(CardActions.AddEntry, "Add entry") { Value = view.PostMortemView.Subject };
    }
}
