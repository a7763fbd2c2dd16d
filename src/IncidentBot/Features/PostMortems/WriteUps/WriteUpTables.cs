using System.Globalization;
using System.Text;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>The tables of the write-up: what happened when, how long it took between, and what will be changed.</summary>
internal static class WriteUpTables
{
    public static void Timeline(StringBuilder page, WriteUp writeUp)
    {
        var table = new StringBuilder("| Time (UTC) | Event | Kind | Actor |\n|---|---|---|---|\n");
        foreach (var line in writeUp.Timeline)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {WriteUpMarkdown.Utc(line.At)} | {Event(line)} | {line.Kind} | {MarkdownText.Line(line.Actor)} |\n");
        }

        WriteUpMarkdown.Section(page, "Timeline", table.ToString().TrimEnd());
        var gaps = writeUp.Gaps;
        WriteUpMarkdown.Section(page, "Gaps", string.Join('\n', gaps.All.Select(gap => Gap(gap, gap == gaps.Longest))));
    }

    public static void Actions(StringBuilder page, WriteUp writeUp)
    {
        var actions = writeUp.Dossier.Actions;
        if (actions.Count == 0)
        {
            WriteUpMarkdown.Section(page, "Action items", writeUp.Dossier.PostMortem.NoActionsReason is { } reason ? $"None: {MarkdownText.Line(reason)}" : "");
            return;
        }

        var table = new StringBuilder("| Action | Owner | Due | Priority | Success metric | Status |\n|---|---|---|---|---|---|\n");
        foreach (var action in actions)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {MarkdownText.Line(action.Text)} | {MarkdownText.Line(writeUp.NameOf(action.Owner))} | {action.DueDate:yyyy-MM-dd} | {action.Priority} | {MarkdownText.Line(action.SuccessMetric)} | {Status(action)} |\n");
        }

        WriteUpMarkdown.Section(page, "Action items", table.ToString().TrimEnd());
        var last = actions.Max(action => action.DueDate);
        WriteUpMarkdown.Section(page, "Follow-up", string.Create(
            CultureInfo.InvariantCulture, $"The last action is due on {last:yyyy-MM-dd}; its owner is reminded until it is closed."));
    }

    private static string Event(WriteUpLine line) => line.Files.Count == 0
        ? MarkdownText.Line(line.Event)
        : $"{MarkdownText.Line(line.Event)} ({string.Join(", ", line.Files.Select(file => MarkdownText.Link(file.Name, file.Permalink)))})";

    private static string Gap(Gap gap, bool isLongest) =>
        $"- {gap.Label}: {IncidentDuration.Format(gap.Duration)}{(isLongest ? " — the longest" : "")}{(gap.Worked ? " (people were at work)" : "")}";

    /// <summary>Who has not said yes is shown, and does not hold the write-up back.</summary>
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
