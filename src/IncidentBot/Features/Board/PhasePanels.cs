using IncidentBot.Domain.Board;
using IncidentBot.Features.Board.Panels;

namespace IncidentBot.Features.Board;

/// <summary>What each phase shows and lets people do. A message has at most 50 blocks; a panel keeps to thirty.</summary>
internal static class PhasePanels
{
    public static PhasePanel Of(BoardView view) => view.Board.CurrentRun.Phase switch
    {
        AgendaPhaseKind.Opening => OpeningPanel.Of(view),
        AgendaPhaseKind.OpenActions => OpenActionsPanel.Of(view),
        AgendaPhaseKind.Timeline => TimelinePanel.Of(view),
        AgendaPhaseKind.Whys => WhysPanel.Of(view),
        AgendaPhaseKind.Factors => PhasePanel.Of(FactorsPanel.Of(view), LearningsPanel.Of(view)),
        AgendaPhaseKind.Actions => ActionsPanel.Of(view),
        AgendaPhaseKind.SystemsAnalysis => SystemsAnalysis(view),
        AgendaPhaseKind.CurrentIncident => CurrentIncident(view),
        AgendaPhaseKind.Patterns => PhasePanel.Of(OpenActionsPanel.Of(view), LearningsPanel.Of(view), DocumentPanel.Of(view)),
        AgendaPhaseKind.ReadDraft => PhasePanel.Of(TimelinePanel.Of(view), DocumentPanel.Of(view)),
        AgendaPhaseKind.Questions => QuestionsPanel.Of(view),
        AgendaPhaseKind.Synthesis => Synthesis(view),
        AgendaPhaseKind.SignOff => SignOffPanel.Of(view),
        _ => ClosePanel.Of(view),
    };

    /// <summary>A second chain is rare here, so only the facilitator gets its button.</summary>
    private static PhasePanel SystemsAnalysis(BoardView view)
    {
        var whys = WhysPanel.Of(view);
        return PhasePanel.Of(
            FactorsPanel.Of(view),
            whys with { ForEveryone = [.. whys.ForEveryone.Take(1)], ForFacilitator = [.. whys.ForEveryone.Skip(1)] });
    }

    /// <summary>Everyone's row has room for three buttons, so entries are added in the timeline that the facilitator opens.</summary>
    private static PhasePanel CurrentIncident(BoardView view)
    {
        var (timeline, factors, actions) = (TimelinePanel.Of(view), FactorsPanel.Of(view), ActionsPanel.Of(view));
        return PhasePanel.Of(timeline with { ForEveryone = [] }, factors, actions);
    }

    /// <summary>The facilitator brings the answers together, so the whys are the facilitator's to write.</summary>
    private static PhasePanel Synthesis(BoardView view)
    {
        var whys = WhysPanel.Of(view);
        return PhasePanel.Of(
            whys with { ForEveryone = [], ForFacilitator = whys.ForEveryone },
            FactorsPanel.Of(view),
            LearningsPanel.Of(view),
            ActionsPanel.Of(view));
    }
}
