using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
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
            [.. Running(view, PhasePanels.Of(view))])
        : FinishedBoard.Render(view);

    private static IEnumerable<Block> Running(BoardView view, PhasePanel panel) =>
    [
        new HeaderBlock($"Post-mortem of incident {view.PostMortemView.Number}"),
        new SectionBlock(BoardWords.Phase(view.Board)),
        .. panel.Blocks,
        .. BlameRaised(view),
        new SectionBlock(Mrkdwn.Text($":bulb: {view.Board.PromptCard}")),
        BoardButtons.ForEveryone(view, panel),
        new ContextBlock(BoardWords.Present(view.Board)),
        new DividerBlock(),
        .. BoardButtons.ForFacilitator(view, panel),
    ];

    private static IEnumerable<Block> BlameRaised(BoardView view)
    {
        if (view.Board.CurrentRun.BlameRaised > 0)
        {
            yield return new SectionBlock(BoardWords.BlameIsCreepingIn);
        }
    }
}
