using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Room.Panels;

/// <summary>What comes back across incidents (R83).</summary>
internal static class PatternsPanel
{
    public static IEnumerable<Block> Render(BoardView view) => OpenActionsPanel.Render(view).Append(DocumentPanel.Open(view));
}
