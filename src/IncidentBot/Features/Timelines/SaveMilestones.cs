using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the form of the milestones: saves all changed ones, or nothing if one is refused.</summary>
internal sealed class SaveMilestones(
    IncidentDb db, Access access, SharedForms forms, ReviewScreen screen, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var actor = new PersonId(submission.User.Id);
        var found = await access.FindAsync(actor, ButtonValue.Read(submission.View.PrivateMetadata).Number(), cancellationToken);
        if (!found.Ok)
        {
            return Refused(found.Refusal);
        }

        var incident = found.Value;
        var current = new SharedForm(
            MilestonesModal.Render(incident, submission.View.PrivateMetadata), block => MilestoneFields.LastWriterOf(incident, block));
        if ((await forms.ReadAsync(submission, current, cancellationToken)).Instead is { } instead)
        {
            return instead;
        }

        var known = incident.History.Count;
        if (MilestoneFields.Apply(submission.View, incident, actor, time.GetUtcNow()) is { Refusal: { } refusal })
        {
            return Refused(refusal);
        }

        Announce(incident, incident.History.Skip(known).Select(change => ChangeLine.Of(change)).ToList());
        await db.SaveChangesAsync(cancellationToken);
        await RefreshBelowAsync(submission.View, incident, actor, cancellationToken);
        return ViewSubmissionResponse.Close;
    }

    private void Announce(Incident incident, List<Mrkdwn> lines)
    {
        if (lines.Count > 0)
        {
            db.PostInChannel(incident, MessageContent.Paragraph(Mrkdwn.Join("\n", lines)), time.GetUtcNow());
        }
    }

    /// <summary>The timeline below shows the milestones.</summary>
    private async Task RefreshBelowAsync(ViewInfo view, Incident incident, PersonId actor, CancellationToken cancellationToken)
    {
        if (view is { PreviousViewId: { Length: > 0 } below }
            && ButtonValue.Read(view.PrivateMetadata).Text(1) == MilestonesModal.FromTimeline)
        {
            await screen.ShowAsync(below, null, incident, new ReviewPage(incident.Number), actor, cancellationToken);
        }
    }

    private static ViewSubmissionResponse Refused(Refusal refusal) =>
        ViewSubmissionResponse.Error(refusal.Field ?? MilestoneFields.BlockOf(Milestone.Change), refusal.Sentence);
}
