using IncidentBot.Cards;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The way from the board to the document.</summary>
internal static class DocumentPanel
{
    public static ActionsBlock Open(BoardView view) =>
        new(new Button(CardActions.PostMortem, "Open the post-mortem") { Value = view.PostMortemView.Subject });
}
