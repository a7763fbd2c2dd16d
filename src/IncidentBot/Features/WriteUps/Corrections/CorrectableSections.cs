using IncidentBot.Cards;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>The sections that a reader can correct.</summary>
internal static class CorrectableSections
{
    public static IReadOnlyList<(DocumentSection Section, string Label)> All { get; } =
    [
        (DocumentSection.Summary, "Summary"),
        (DocumentSection.Impact, "Impact"),
        (DocumentSection.Timeline, "Timeline"),
        (DocumentSection.Whys, "5 Whys"),
        (DocumentSection.Factors, "Contributing factors"),
        (DocumentSection.WentWell, "What went well"),
        (DocumentSection.CouldBeBetter, "What could be better"),
        (DocumentSection.Learnings, "Learnings"),
        (DocumentSection.Actions, "Action items"),
    ];

    public static string LabelOf(DocumentSection section) => All.First(part => part.Section == section).Label;

    /// <summary>The button that opens the section.</summary>
    public static Button Open(DocumentSection? section, string number) => section switch
    {
        null => new Button(CardActions.PostMortem, "Open post-mortem") { Value = number },
        DocumentSection.Timeline => new Button(CardActions.ReviewTimeline, "Open timeline") { Value = number },
        DocumentSection.Actions => new Button(CardActions.ActionItems, "Open action items") { Value = number },
        { } part =>
            new Button(PostMortemActions.OpenSection, $"Open: {LabelOf(part)}") { Value = $"{number}:{WriteUpSections.WordOf(part)}" },
    };
}
