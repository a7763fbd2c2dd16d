using static IncidentBot.Domain.WriteUps.DocumentSection;

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
        new(OnePage, "One page")
        {
            Without = [Milestones, Whys, Prevention],
            Columns = [TimelineColumn.Kind],
            ActionColumns = [ActionColumn.SuccessMetric, ActionColumn.Status],
            EntriesAndMilestonesOnly = true,
        },
        new("report", "Report: impact, causes, prevention")
        {
            First = [Summary, Timeline],
            Without = [Milestones, Gaps, StructuralGap, Learnings, Parked],
            Columns = [TimelineColumn.Actor, TimelineColumn.System],
            ActionColumns = [ActionColumn.Priority, ActionColumn.Destination, ActionColumn.Status],
        },
        new("learning", "Learning: who knew what, and what was decided")
        {
            First = [Summary, Learnings],
            Without = [DocumentSection.Impact, Milestones, Whys, CouldBeBetter, Prevention],
            Columns = [TimelineColumn.InformationAvailable, TimelineColumn.Decision, TimelineColumn.Assumption, TimelineColumn.LearnedHow],
            ActionColumns = [ActionColumn.SuccessMetric],
            Factors = FactorGrouping.Category,
            EntriesAndMilestonesOnly = true,
        },
        new("figures", "Figures: milestones, impact, effects")
        {
            First = [Summary, Milestones, Gaps],
            Without = [Timeline, Whys, Prevention, Parked],
            ActionColumns = [ActionColumn.Priority, ActionColumn.Status, ActionColumn.Ticket],
            Factors = FactorGrouping.Effect,
        },
        new(Complete, "Complete: everything on record")
        {
            Without = [StructuralGap, Prevention],
            Columns = [.. Enum.GetValues<TimelineColumn>()],
            ActionColumns = [.. Enum.GetValues<ActionColumn>()],
        },
    ];

    /// <summary>The template with this key; null when there is none.</summary>
    /// <param name="key">As in <see cref="WriteUpTemplate.Key"/>, in any case.</param>
    public static WriteUpTemplate? Find(string? key) =>
        All.FirstOrDefault(template => string.Equals(template.Key, key, StringComparison.OrdinalIgnoreCase));
}
