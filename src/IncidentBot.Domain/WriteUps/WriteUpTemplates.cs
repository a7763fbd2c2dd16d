using Part = IncidentBot.Domain.WriteUps.DocumentPart;

namespace IncidentBot.Domain.WriteUps;

/// <summary>The templates as data; a new template is a new row.</summary>
public static class WriteUpTemplates
{
    /// <summary>The default: a page that people read to the end.</summary>
    public const string OnePage = "one-page";

    /// <summary>Everything that is known.</summary>
    public const string Complete = "complete";

    /// <summary>Every template, the default first.</summary>
    public static IReadOnlyList<WriteUpTemplate> All { get; } =
    [
        new(
            OnePage,
            "One page",
            [Part.Summary, Part.Impact, Part.Timeline, Part.Gaps, Part.StructuralGap, Part.Factors, Part.WentWell, Part.CouldBeBetter,
                Part.Learnings, Part.Actions, Part.FollowUp])
        {
            Columns = [TimelineColumn.Kind],
            ActionColumns = [ActionColumn.SuccessMetric, ActionColumn.Status],
            KeptEntriesOnly = true,
        },
        new("report", "Report: impact, causes, prevention",
            [Part.Summary, Part.Timeline, Part.Impact, Part.Whys, Part.Factors, Part.WentWell, Part.CouldBeBetter, Part.Actions,
                Part.Prevention, Part.FollowUp])
        {
            Columns = [TimelineColumn.Actor, TimelineColumn.System],
            ActionColumns = [ActionColumn.Priority, ActionColumn.Destination, ActionColumn.Status],
        },
        new("learning", "Learning: who knew what, and what was decided",
            [Part.Summary, Part.Learnings, Part.Timeline, Part.Gaps, Part.StructuralGap, Part.Factors, Part.WentWell, Part.Actions,
                Part.FollowUp, Part.Parked])
        {
            Columns = [TimelineColumn.InformationAvailable, TimelineColumn.Decision, TimelineColumn.Assumption, TimelineColumn.LearnedHow],
            ActionColumns = [ActionColumn.SuccessMetric],
            Factors = FactorGrouping.Category,
            KeptEntriesOnly = true,
        },
        new("figures", "Figures: milestones, impact, effects",
            [Part.Summary, Part.Milestones, Part.Gaps, Part.Impact, Part.StructuralGap, Part.Factors, Part.WentWell, Part.CouldBeBetter,
                Part.Learnings, Part.Actions, Part.FollowUp])
        {
            ActionColumns = [ActionColumn.Priority, ActionColumn.Status, ActionColumn.Ticket],
            Factors = FactorGrouping.Effect,
        },
        new(Complete, "Complete: everything on record",
            [Part.Summary, Part.Impact, Part.Milestones, Part.Timeline, Part.Gaps, Part.Whys, Part.Factors, Part.WentWell,
                Part.CouldBeBetter, Part.Learnings, Part.Actions, Part.FollowUp, Part.Parked])
        {
            Columns = [.. Enum.GetValues<TimelineColumn>()],
            ActionColumns = [.. Enum.GetValues<ActionColumn>()],
        },
    ];

    /// <summary>The template with this key; null when there is none.</summary>
    /// <param name="key">As in <see cref="WriteUpTemplate.Key"/>, in any case.</param>
    public static WriteUpTemplate? Find(string? key) =>
        All.FirstOrDefault(template => string.Equals(template.Key, key, StringComparison.OrdinalIgnoreCase));
}
