using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>What recurs across incidents.</summary>
internal static class PatternsPanel
{
    public static IEnumerable<Block> Render(BoardView view) => OpenActionsPanel.Render(view).Append(DocumentPanel.Open(view));
}
