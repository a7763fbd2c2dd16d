using IncidentBot.Domain.Board;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Meetings;

/// <summary>What an invitation says: that the meeting is about learning, its agenda, and what to look at beforehand.</summary>
internal static class InvitationText
{
    public const string Learning =
        "We want to understand how the system allowed this. The meeting is about learning, not blame: everyone did what made sense "
            + "with what they knew.";

    private const int ShownLink = 80;
    private const string Preparation = "Please read the timeline beforehand and add what you saw.";

    /// <summary>For the channel.</summary>
    public static Mrkdwn InChannel(PostMortemView view) => Mrkdwn.Join(
        "\n",
        Mrkdwn.Escape(Learning),
        Mrkdwn.Text($"*Agenda:* {Agenda(view)}"),
        view.PostMortem.Meeting.BoardLink is { } board
            ? Mrkdwn.Text($"*Board:* {Mrkdwn.Link(board, SlackText.Truncate(board, ShownLink))}")
            : Mrkdwn.Empty,
        Mrkdwn.Escape(Preparation));

    /// <summary>The artefacts as fields, because five long links do not fit into one text.</summary>
    public static IEnumerable<Block> ToLookAt(PostMortemView view)
    {
        var links = view.PostMortem.Meeting.Artefacts.Where(artefact => artefact.Link is not null)
            .Select(artefact => Mrkdwn.Link(artefact.Link!, ArtefactWords.Label(artefact.Kind))).ToList();
        return links.Count == 0 ? [] : [new SectionBlock(Mrkdwn.Raw("*Please look at:*")) { Fields = [.. links] }];
    }

    /// <summary>For the calendar file: plain text.</summary>
    public static string InCalendar(PostMortemView view) => string.Join("\n", (string[])
    [
        Learning,
        $"Agenda: {Agenda(view)}",
        .. view.PostMortem.Meeting.BoardLink is { } board ? [$"Board: {board}"] : Array.Empty<string>(),
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
