using IncidentBot.Domain.Board;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Meetings;

/// <summary>The text of an invitation: the purpose of the meeting, its agenda, and what to read beforehand.</summary>
internal static class InvitationText
{
    public const string Purpose =
        "We want to understand how the system allowed this. The meeting is about learning, not blame: everyone did what made sense "
            + "with what they knew.";

    private const int MaxLinkLength = 80;
    private const string Preparation = "Please read the timeline beforehand and add what you saw.";

    /// <summary>For the channel.</summary>
    public static Mrkdwn InChannel(PostMortemView view) => Mrkdwn.Join(
        "\n",
        Mrkdwn.Escape(Purpose),
        Mrkdwn.Text($"*Agenda:* {Agenda(view)}"),
        view.PostMortem.Meeting.BoardLink is { } board
            ? Mrkdwn.Text($"*Whiteboard:* {Mrkdwn.Link(board, SlackText.Truncate(board, MaxLinkLength))}")
            : Mrkdwn.Empty,
        Mrkdwn.Escape(Preparation));

    /// <summary>The linked artefacts, as fields because five long links don't fit into one text.</summary>
    public static IEnumerable<Block> Artefacts(PostMortemView view)
    {
        var links = view.PostMortem.Meeting.Artefacts.Where(artefact => artefact.Link is not null)
            .Select(artefact => Mrkdwn.Link(artefact.Link!, ArtefactWords.Label(artefact.Kind))).ToList();
        return links.Count == 0 ? [] : [new SectionBlock(Mrkdwn.Raw("*Please look at:*")) { Fields = [.. links] }];
    }

    /// <summary>For the calendar file: plain text.</summary>
    public static string InCalendar(PostMortemView view) => string.Join("\n", (string[])
    [
        Purpose,
        $"Agenda: {Agenda(view)}",
        .. view.PostMortem.Meeting.BoardLink is { } board ? [$"Whiteboard: {board}"] : Array.Empty<string>(),
        .. view.PostMortem.Meeting.Artefacts.Where(artefact => artefact.Link is not null)
        .Select(artefact => $"{ArtefactWords.Label(artefact.Kind)}: {artefact.Link}"),
        Preparation,
    ]);

    private static string Agenda(PostMortemView view)
    {
        var agenda = AgendaProfiles.For(view.Incident.Severity, view.PostMortem.Meeting.Duration);
        return $"{agenda.Name}: {string.Join(" · ", agenda.Phases.Select(phase => $"{phase.Name} {(int)phase.Length.TotalMinutes}"))}";
    }
}
