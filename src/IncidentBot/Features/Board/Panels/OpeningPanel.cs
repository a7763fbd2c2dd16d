using IncidentBot.Domain.Board;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>
/// The Prime Directive, the purpose of the meeting, and that anyone may call out blame. No one has to click that they agree.
/// </summary>
internal static class OpeningPanel
{
    /// <summary>The words of the Prime Directive with their source.</summary>
    public static Mrkdwn Directive { get; } = Mrkdwn.Text($"> {PrimeDirective.Text}\n> _{PrimeDirective.Author}, {PrimeDirective.Year}_");

    public static PhasePanel Of(BoardView view) => new(
    [
        new SectionBlock(Directive),
        new SectionBlock(Mrkdwn.Text($"{PhaseGuide.Opening} {PrimeDirective.KeyInsight}")),
        new SectionBlock(Mrkdwn.Text($"*We leave with* {PhaseGuide.Deliverables}.")),
        new ContextBlock(Mrkdwn.Raw(PhaseGuide.CallOut)),
        new ContextBlock(Mrkdwn.Text($"Agenda: {Phases(view.Board.Profile)}")),
    ]);

    /// <summary>The agenda's phases with their minutes.</summary>
    private static string Phases(AgendaProfile profile) =>
        string.Join(" · ", profile.Phases.Select(phase => $"{phase.Name} {(int)phase.Length.TotalMinutes}"));
}
