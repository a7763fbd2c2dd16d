using IncidentBot.Cards;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The button that leads from the board to the post-mortem.</summary>
internal static class DocumentPanel
{
    public static PhasePanel Of(BoardView view) => new([]) { ForEveryone = [Open(view)] };

    public static Button Open(BoardView view) =>
        new(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.PostMortemView.Subject };
}
