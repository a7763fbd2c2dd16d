using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Forms;

/// <summary>When an incident reached its milestones; one optional time for each.</summary>
internal static class MilestoneFields
{
    /// <summary>The block of a milestone, named as in the domain's refusals.</summary>
    public static string BlockOf(Milestone milestone) => milestone.ToString();

    /// <param name="milestones">Which ones, in this order.</param>
    /// <param name="at">What is filled in; null for nothing.</param>
    public static IEnumerable<InputBlock> Render(IEnumerable<Milestone> milestones, Func<Milestone, DateTimeOffset?> at) =>
        milestones.Select(milestone => new InputBlock(
            BlockOf(milestone), MilestoneLabel.For(milestone), new DateTimePicker("value") { InitialDateTime = at(milestone) })
        { Optional = true });

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
