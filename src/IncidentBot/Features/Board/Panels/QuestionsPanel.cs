using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>Questions and answers in the thread of the board, for a team that does not meet.</summary>
internal static class QuestionsPanel
{
    public static IEnumerable<Block> Render(BoardView view) =>
    [
        new SectionBlock(Mrkdwn.Raw("Ask in the thread of this message: what did you see, what did you know, what surprised you? Everybody who was there answers when it suits them.")),
        DocumentPanel.Open(view),
    ];
}
