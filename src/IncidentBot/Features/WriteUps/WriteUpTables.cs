using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;

namespace IncidentBot.Features.WriteUps;

/// <summary>The tables of the write-up: milestones, timeline and action items. Empty columns are left out.</summary>
internal static class WriteUpTables
{
    public static string Milestones(WriteUpDocument writeUp)
    {
        var reached = writeUp.PostMortemView.Incident.Milestones.OrderBy(milestone => milestone.At).ToList();
        return reached.Count == 0 ? "" : Table(
            reached,
            [
                ("Milestone", milestone => MilestoneLabel.For(milestone.Milestone)),
                ("Time (UTC)", milestone => WriteUpMarkdown.Utc(milestone.At)),
            ]);
    }

    public static string Timeline(WriteUpDocument writeUp)
    {
        var lines = writeUp.Timeline.Where(line => !writeUp.Template.EntriesAndMilestonesOnly || line.IsCurated).ToList();
        return lines.Count == 0 ? "" : Table(
            lines,
            [
                ("Time (UTC)", line => WriteUpMarkdown.Utc(line.At)),
                ("Event", Event),
                .. writeUp.Template.Columns.Select(Column).Where(column => lines.Exists(line => column.Cell(line).Length > 0)),
            ]);
    }

    public static string Actions(WriteUpDocument writeUp)
    {
        var actions = writeUp.PostMortemView.Actions;
        if (actions.Count == 0)
        {
            return writeUp.PostMortemView.PostMortem.WriteUp.NoActionsReason is { } reason ? $"None: {MarkdownText.Line(reason)}" : "";
        }

        return Table(
            actions,
            [
                ("Action", action => MarkdownText.Line(action.Text)),
                ("Owner", action => MarkdownText.Line(
                    $"{writeUp.NameOf(action.Owner)}{(action.Team is { } team ? $" with team {team}" : "")}")),
                ("Due", action => action.DueDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                .. writeUp.Template.ActionColumns.Select(Column).Where(column => actions.Any(action => column.Cell(action).Length > 0)),
            ]);
    }

    private static (string Title, Func<WriteUpLine, string> Cell) Column(TimelineColumn column) => column switch
    {
        TimelineColumn.Kind => ("Kind", line => line.Kind),
        TimelineColumn.Actor => ("Actor", line => MarkdownText.Line(line.Actor)),
        TimelineColumn.System => ("System", line => MarkdownText.Line(line.Entry?.System)),
        TimelineColumn.InformationAvailable => ("Information available", line => MarkdownText.Line(line.Entry?.InformationAvailable)),
        TimelineColumn.Decision => ("Decision or action taken", line => MarkdownText.Line(line.Entry?.Decision)),
        TimelineColumn.Assumption => ("Assumption", line => MarkdownText.Line(line.Entry?.Assumption)),
        _ => ("How people found out", line => MarkdownText.Line(line.Entry?.LearnedHow)),
    };

    private static (string Title, Func<ActionItem, string> Cell) Column(ActionColumn column) => column switch
    {
        ActionColumn.Priority => ("Priority", action => action.Priority?.ToString() ?? ""),
        ActionColumn.SuccessMetric => ("Success metric", action => MarkdownText.Line(action.SuccessMetric)),
        ActionColumn.Destination => ("Changes", action => action.Destination is { } destination ? DestinationWords.Of(destination) : ""),
        ActionColumn.Ticket => ("Ticket", action => action.TicketLink is { } link ? MarkdownText.Link("ticket", link) : ""),
        _ => ("Status", Status),
    };

    private static string Table<T>(IReadOnlyList<T> rows, IReadOnlyList<(string Title, Func<T, string> Cell)> columns) => string.Join(
        '\n',
        rows.Select(row => Row(columns.Select(column => column.Cell(row))))
            .Prepend($"|{string.Concat(columns.Select(_ => "---|"))}")
            .Prepend(Row(columns.Select(column => column.Title))));

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Event(WriteUpLine line) => line.Files.Count == 0
        ? MarkdownText.Line(line.Event)
        : $"{MarkdownText.Line(line.Event)} ({string.Join(", ", line.Files.Select(file => MarkdownText.Link(file.Name, file.Permalink)))})";

    /// <summary>Unaccepted items are marked, but do not block publishing.</summary>
    private static string Status(ActionItem action) => action switch
    {
        { State: ActionState.Blocked, StateReason: { } reason } => $"blocked: {MarkdownText.Line(reason)}",
        { State: ActionState.Open, AcceptedAt: null } => "not accepted yet",
        { State: ActionState.Open } => "accepted",
        { State: ActionState.InProgress } => "in progress",
        { State: ActionState.Done } => MarkdownText.Line(ActionWords.Effect(action)),
        _ => action.State.ToString().ToLowerInvariant(),
    };
}
