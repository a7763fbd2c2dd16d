using IncidentBot.Domain.Board;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The Prime Directive, what we are here for, and that anybody may call out blame. Nobody is asked to click that they agree.</summary>
internal static class SetTheRoomPanel
{
    /// <summary>The words of the Prime Directive with their source.</summary>
    public static Mrkdwn Directive { get; } = Mrkdwn.Text($"> {PrimeDirective.Text}\n> _{PrimeDirective.Author}, {PrimeDirective.Year}_");

    public static IEnumerable<Block> Render(BoardView view) =>
    [
        new SectionBlock(Directive),
        new SectionBlock(Mrkdwn.Text($"{PhaseGuide.Opening} {PrimeDirective.KeyInsight}")),
        new SectionBlock(Mrkdwn.Text($"*At the end we have* {PhaseGuide.Deliverables}.")),
        new ContextBlock(Mrkdwn.Raw(PhaseGuide.CallOut)),
        new ContextBlock(Mrkdwn.Text($"The way there: {Way(view.Board.Profile)}")),
    ];

    /// <summary>The agenda as it is gone through together at the start: phases and minutes.</summary>
    private static string Way(AgendaProfile profile) =>
        string.Join(" · ", profile.Phases.Select(phase => $"{phase.Name} {(int)phase.Length.TotalMinutes}"));
}
