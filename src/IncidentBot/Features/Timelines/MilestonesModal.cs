using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Timelines;

/// <summary>All milestones of an incident, to set, correct and clear at any time.</summary>
internal static class MilestonesModal
{
    public const string CallbackId = "milestones_edit";

    /// <summary>The second part of the button's value when the form is opened from the timeline, which is then refreshed.</summary>
    public const string FromTimeline = "timeline";

    public static Modal Render(Incident incident, string subject) => new("Edit milestones")
    {
        CallbackId = CallbackId,
        PrivateMetadata = subject,
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw("Fill in what you know. An empty milestone counts as unknown.")),
            .. MilestoneFields.Render(Enum.GetValues<Milestone>(), incident.ReachedAt),
        ],
    };
}
