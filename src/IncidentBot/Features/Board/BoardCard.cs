using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board;

/// <summary>The live message with which the facilitator runs the meeting.</summary>
internal sealed class BoardCard(BoardViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        return await views.FindAsync(number, cancellationToken) is { } view ? new CardView(Address.Incident(number), Render(view)) : null;
    }

    public static MessageContent Render(BoardView view) => view.Board.FinishedAt is null
        ? new MessageContent(
            Mrkdwn.Text($"Post-mortem of incident {view.PostMortemView.Number}: {BoardWords.Place(view.Board)}"),
            [
                new HeaderBlock($"Post-mortem of incident {view.PostMortemView.Number}"),
                new SectionBlock(BoardWords.Phase(view.Board)),
                .. PhasePanels.Render(view),
                .. BlameRaised(view),
                new DividerBlock(),
                new SectionBlock(Mrkdwn.Text($":bulb: {view.Board.PromptCard}"))
                {
                    Accessory = Button(
                        BoardActions.Prompt,
                        "Next prompt",
                        ButtonValue.Write(view.PostMortemView.Number, view.Board.Prompt)),
                },
                new ActionsBlock([.. Moves(view)]),
                new ActionsBlock(
                    Button(BoardActions.Join, "I'm here", view.PostMortemView.Subject),
                    Button(BoardActions.Park, "Park it", view.PostMortemView.Subject),
                    Button(
                        BoardActions.ParkingLot,
                        view.Parked == 0 ? "Parking lot" : $"Parking lot ({view.Parked})",
                        view.PostMortemView.Subject),
                    Button(BoardActions.RaiseBlame, "Blame is creeping in", view.PostMortemView.Subject)),
                new SectionBlock(BoardWords.People(view.Board))
                {
                    Accessory = Button(BoardActions.TakeOver, "Take over", view.PostMortemView.Subject),
                },
            ])
        : FinishedBoard.Render(view);

    private static IEnumerable<IActionsElement> Moves(BoardView view)
    {
        var (board, profile) = (view.Board, view.Board.Profile);
        var index = profile.IndexOf(board.CurrentRun.Phase);
        yield return board.IsInLastPhase
            ? Button(BoardActions.Finish, "End meeting", view.Step) with { Style = ButtonStyle.Primary }
            : Button(BoardActions.Next, $"Next: {profile.Phases[index + 1].Name}", view.Step) with { Style = ButtonStyle.Primary };
        if (index > 0)
        {
            yield return Button(BoardActions.Back, "Back", view.Step);
        }

        var end = ButtonValue.Write(view.PostMortemView.Number, board.CurrentRun.EndsAt.ToUnixTimeSeconds());
        yield return Button(BoardActions.Extend, profile.IsAsync ? "+1 day" : "+5 minutes", end);
        yield return Button(BoardActions.PrimeDirective, "Prime Directive", view.Step);
        yield return Button(BoardActions.Agenda, "Agenda", view.PostMortemView.Subject);
    }

    private static IEnumerable<Block> BlameRaised(BoardView view)
    {
        if (view.Board.CurrentRun.BlameRaised > 0)
        {
            yield return new SectionBlock(BoardWords.BlameIsCreepingIn);
        }
    }

    private static Button Button(string action, string label, string value) => new(action, label) { Value = value };
}
