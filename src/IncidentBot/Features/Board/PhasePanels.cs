using IncidentBot.Domain.Board;
using IncidentBot.Features.Board.Panels;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board;

/// <summary>What each phase shows and lets people do. A message has at most 50 blocks; a panel keeps to thirty.</summary>
internal static class PhasePanels
{
    public static IEnumerable<Block> Render(BoardView view) => view.Board.CurrentRun.Phase switch
    {
        AgendaPhaseKind.Opening => OpeningPanel.Render(view),
        AgendaPhaseKind.OpenActions => OpenActionsPanel.Render(view),
        AgendaPhaseKind.Timeline => TimelinePanel.Render(view),
        AgendaPhaseKind.Whys => WhysPanel.Render(view),
        AgendaPhaseKind.Factors => FactorsPanel.Render(view),
        AgendaPhaseKind.Actions => ActionsPanel.Render(view),
        AgendaPhaseKind.SystemsAnalysis => [.. FactorsPanel.Render(view), .. WhysPanel.Render(view)],
        AgendaPhaseKind.CurrentIncident => [.. TimelinePanel.Render(view), .. FactorsPanel.Render(view), .. ActionsPanel.Render(view)],
        AgendaPhaseKind.Patterns => PatternsPanel.Render(view),
        AgendaPhaseKind.ReadDraft => [.. TimelinePanel.Render(view), DocumentPanel.Open(view)],
        AgendaPhaseKind.Questions => QuestionsPanel.Render(view),
        AgendaPhaseKind.Synthesis => [.. WhysPanel.Render(view), .. FactorsPanel.Render(view), .. ActionsPanel.Render(view)],
        AgendaPhaseKind.SignOff => SignOffPanel.Render(view),
        _ => ClosePanel.Render(view),
    };
}
