using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines;

/// <summary>All milestones of an incident, to set, correct and clear at any time.</summary>
internal static class MilestonesModal
{
    public const string CallbackId = "milestones_edit";

    /// <summary>The second part of the button's value when the form is opened from the timeline, which is then refreshed.</summary>
    public const string FromTimeline = "timeline";

    /// <summary>The block of a milestone, named as in the domain's refusals.</summary>
    public static string BlockOf(Milestone milestone) => milestone.ToString();

    public static Modal Render(Incident incident, string subject) => new("Edit milestones")
    {
        CallbackId = CallbackId,
        PrivateMetadata = subject,
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw("Fill in what you know. An empty milestone counts as unknown.")),
            .. MilestoneLabel.All.Select(row => new InputBlock(
                BlockOf(row.Milestone), row.Label, new DateTimePicker("value") { InitialDateTime = incident.ReachedAt(row.Milestone) })
            { Optional = true }),
        ],
    };

    /// <summary>Sets or clears the milestones that the person changed, so that others' changes are kept.</summary>
    public static Result Apply(ViewInfo view, Incident incident, PersonId by, DateTimeOffset now)
    {
        foreach (var milestone in Enum.GetValues<Milestone>().Where(milestone => view.IsEdited(BlockOf(milestone))))
        {
            var result = view.State.DateTime(BlockOf(milestone)) is { } at
                ? incident.SetMilestone(milestone, at, by, now)
                : incident.ClearMilestone(milestone, by, now);
            if (!result.Ok)
            {
                return result;
            }
        }

        return Result.Accepted;
    }

    /// <summary>Who changed a milestone last.</summary>
    public static PersonId? LastWriterOf(Incident incident, string block) => Enum.TryParse<Milestone>(block, out var milestone)
        ? incident.History.LastOrDefault(
            change => change.Fact == ChangedFact.Milestone && change.Detail == MilestoneLabel.For(milestone))?.By
        : null;
}
