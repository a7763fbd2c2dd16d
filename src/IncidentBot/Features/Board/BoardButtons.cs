using IncidentBot.Commands;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board;

/// <summary>
/// The buttons of the board in two groups: at most four that everyone needs in the current phase, and the facilitator's controls.
/// What is needed rarely is in a menu.
/// </summary>
internal static class BoardButtons
{
    private const int MostForEveryone = 4;
    private const int MostInRow = 5;

    /// <summary>"Blame is creeping in" is always there; the other common buttons fill the places that the phase leaves free.</summary>
    public static ActionsBlock ForEveryone(BoardView view, PhasePanel panel)
    {
        var subject = view.PostMortemView.Subject;
        Button[] common =
        [
            new(BoardActions.Park, "Park it") { Value = subject },
            new(BoardActions.Join, "I'm here") { Value = subject },
        ];
        var own = panel.ForEveryone.Take(MostForEveryone - 1).ToList();
        var shown = common.Take(MostForEveryone - 1 - own.Count).Reverse().ToList();
        return new ActionsBlock(
            [
                .. own,
                .. shown,
                new Button(BoardActions.RaiseBlame, "Blame is creeping in") { Value = subject },
                new Overflow(
                    BoardActions.Menu,
                    [
                        .. common.Except(shown).Select(button => OptionOf(button.ActionId, button.Text.Content, subject)),
                        OptionOf(BoardActions.ParkingLot, ParkingLot(view), subject),
                    ]),
            ]);
    }

    public static IEnumerable<Block> ForFacilitator(BoardView view, PhasePanel panel)
    {
        yield return new ContextBlock(BoardWords.ForFacilitator(view.Board));
        foreach (var row in Rows(OfPhase(view, panel)))
        {
            yield return new ActionsBlock([.. row]);
        }

        yield return new ActionsBlock([.. Moves(view), new Overflow(BoardActions.FacilitatorMenu, [.. panel.InMenu, .. Rare(view)])]);
    }

    /// <summary>An option of the board's menu; its value names the action and holds the value of the button that it stands for.</summary>
    public static Option OptionOf(string action, string label, string value) =>
        new(new PlainText(label), $"{action}:{value}");

    private static IEnumerable<Button> OfPhase(BoardView view, PhasePanel panel) => view.Parked == 0
        ? panel.ForFacilitator
        : [.. panel.ForFacilitator, new Button(BoardActions.ParkingLot, ParkingLot(view)) { Value = view.PostMortemView.Subject }];

    /// <summary>A phone shows five buttons in a row, and Slack accepts each action id once in a block.</summary>
    private static List<List<Button>> Rows(IEnumerable<Button> buttons)
    {
        var rows = new List<List<Button>>();
        foreach (var button in buttons)
        {
            if (rows is [.., { Count: < MostInRow } row] && row.TrueForAll(other => other.ActionId != button.ActionId))
            {
                row.Add(button);
            }
            else
            {
                rows.Add([button]);
            }
        }

        return rows;
    }

    private static IEnumerable<Button> Moves(BoardView view)
    {
        var (board, profile) = (view.Board, view.Board.Profile);
        var index = profile.IndexOf(board.CurrentRun.Phase);
        yield return board.IsInLastPhase
            ? new Button(BoardActions.Finish, "End meeting") { Value = view.Step, Style = ButtonStyle.Primary }
            : new Button(BoardActions.Next, $"Next: {profile.Phases[index + 1].Name}") { Value = view.Step, Style = ButtonStyle.Primary };
        if (index > 0)
        {
            yield return new Button(BoardActions.Back, "Back") { Value = view.Step };
        }

        yield return new Button(BoardActions.Extend, profile.IsAsync ? "+1 day" : "+5 minutes")
        {
            Value = ButtonValue.Write(view.PostMortemView.Number, board.CurrentRun.EndsAt.ToUnixTimeSeconds()),
        };
        yield return new Button(BoardActions.Prompt, "Next prompt")
        {
            Value = ButtonValue.Write(view.PostMortemView.Number, board.Prompt),
        };
        yield return new Button(BoardActions.PrimeDirective, "Prime Directive") { Value = view.Step };
    }

    private static IEnumerable<Option> Rare(BoardView view) =>
    [
        OptionOf(BoardActions.Agenda, "Change agenda", view.PostMortemView.Subject),
        OptionOf(BoardActions.TakeOver, "Take over the board", view.PostMortemView.Subject),
    ];

    private static string ParkingLot(BoardView view) =>
        view.Parked == 0 ? "Parking lot" : FormattableString.Invariant($"Parking lot ({view.Parked})");
}
