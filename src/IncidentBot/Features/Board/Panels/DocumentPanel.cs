using IncidentBot.Cards;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The button that leads from the board to the post-mortem.</summary>
internal static class DocumentPanel
{
    public static ActionsBlock Open(BoardView view) =>
        new(new Button(CardActions.PostMortem, "Open post-mortem") { Value = view.PostMortemView.Subject });
}
