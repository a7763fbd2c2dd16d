using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// What decides whether a post-mortem is required, and when things happened. It follows the resolve form and can be opened again from
/// the debrief. Closing it loses nothing, because the incident is resolved before it shows.
/// </summary>
internal static class WhatHappenedModal
{
    public const string CallbackId = "what_happened";

    /// <param name="incident">The resolved incident.</param>
    /// <param name="gaps">Fills in the first symptom and the first alert from the signals on the timeline.</param>
    /// <param name="load">How many required post-mortems there were lately; shown beside the reasons for one when there were many.</param>
    public static Modal Render(Incident incident, Gaps gaps, PostMortemLoad load)
    {
        var asked = MilestonePolicy.AskedAfterResolve(incident);
        var guessed = asked.Where(milestone => incident.ReachedAt(milestone) is null && gaps.At(milestone) is not null).ToList();
        return new Modal("What happened")
        {
            CallbackId = CallbackId,
            PrivateMetadata = ButtonValue.Write(incident.Number, string.Join(',', guessed)),
            Submit = "Save",
            Close = "Later",
            Blocks =
            [
                new SectionBlock(Mrkdwn.Text(
                    $"*{IncidentWords.Noun(incident)} {incident.Number} is resolved.* Add what you know now. Everything here can be "
                        + $"changed later.")),
                TriggersField.Render(incident.Triggers),
                .. load.IsHigh ? [new ContextBlock(Mrkdwn.Escape(load.Sentence))] : Array.Empty<Block>(),
                .. MilestoneFields.Render(asked, milestone => incident.ReachedAt(milestone) ?? gaps.At(milestone)),
                .. guessed.Count > 0
                    ? [new ContextBlock(Mrkdwn.Text($"Filled in from the timeline: {Labels(guessed)}."))]
                    : Array.Empty<Block>(),
            ],
        };
    }

    /// <summary>What the person changed, and the times from the timeline that they left as they were.</summary>
    public static Result Apply(ViewInfo view, Incident incident, PersonId by, DateTimeOffset now)
    {
        if (view.IsEdited(TriggersField.Block)
            && incident.ChangeTriggers(TriggersField.Read(view.State), by, now) is { Ok: false } refused)
        {
            return refused;
        }

        foreach (var milestone in GuessedIn(view).Where(milestone => incident.ReachedAt(milestone) is null))
        {
            if (!view.IsEdited(MilestoneFields.BlockOf(milestone))
                && view.State.DateTime(MilestoneFields.BlockOf(milestone)) is { } at
                && incident.SetMilestone(milestone, at, by, now) is { Ok: false } impossible)
            {
                return impossible;
            }
        }

        return MilestoneFields.Apply(view, incident, by, now);
    }

    private static IEnumerable<Milestone> GuessedIn(ViewInfo view) => ButtonValue.Read(view.PrivateMetadata).Text(1)
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => Enum.TryParse<Milestone>(word, out var milestone) ? milestone : (Milestone?)null)
        .OfType<Milestone>();

    private static string Labels(IEnumerable<Milestone> milestones) =>
        string.Join(", ", milestones.Select(milestone => MilestoneLabel.For(milestone).ToLowerInvariant()));
}
