using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>Questions and answers in the thread of the board, for a team that does not meet.</summary>
internal static class QuestionsPanel
{
    public static PhasePanel Of(BoardView view) => new(
    [
        new SectionBlock(Mrkdwn.Raw(
            "Ask in this message's thread: what did you see, what did you know, what surprised you? Answer when it suits you.")),
    ])
    {
        ForEveryone = [DocumentPanel.Open(view)],
    };
}
