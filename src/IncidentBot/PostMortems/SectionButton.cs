using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>The button that opens a section: its form, or the modal of the timeline or the action items.</summary>
internal static class SectionButton
{
    public static Button To(WriteUpSection section, string number, string label)
    {
        var action = section.Id switch
        {
            DocumentSection.Timeline => CardActions.ReviewTimeline,
            DocumentSection.Actions => CardActions.ActionItems,
            _ => PostMortemActions.OpenSection,
        };
        return new Button(action, label)
        {
            Value = action == PostMortemActions.OpenSection ? ButtonValue.Write(number, section.Word) : number,
            AccessibilityLabel = label.EndsWith(section.Label, StringComparison.Ordinal) ? null : $"{label}: {section.Label}",
        };
    }
}
