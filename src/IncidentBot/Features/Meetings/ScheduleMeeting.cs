using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Meetings;

/// <summary>
/// Answers the schedule modal. The same time and people again change nothing and send nothing; another person's change
/// is not overwritten unseen.
/// </summary>
internal sealed class ScheduleMeeting(
    IncidentDb db,
    PostMortemViews views,
    MeetingNotifications notifications,
    MeetingAnnouncement announcement,
    PostMortemModals modals,
    TimeProvider time)
    : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(ScheduleModal.Blocks.Proposal, found.Refusal.Sentence);
        }

        if (ScheduleModal.Read(submission.View, found.Value.PostMortem) is not { } plan)
        {
            return ViewSubmissionResponse.Error(ScheduleModal.Blocks.Start, "Choose a time here, or one of the proposals above.");
        }

        if (MeetingRules.MaySchedule(found.Value).Ok
            && await notifications.WarnAsync(submission, found.Value.PostMortem, plan, cancellationToken) is { } warning)
        {
            return warning;
        }

        var (postMortem, before) = (found.Value.PostMortem, (found.Value.PostMortem.Meeting.Start, found.Value.PostMortem.AllChanges.Count));
        var scheduled = MeetingRules.MaySchedule(found.Value) is { Ok: false } refused
            ? refused
            : postMortem.Schedule(plan, by, time.GetUtcNow());
        if (!scheduled.Ok)
        {
            return ViewSubmissionResponse.Error(scheduled.Refusal.Field ?? ScheduleModal.Blocks.Proposal, scheduled.Refusal.Sentence);
        }

        if (postMortem.AllChanges.Count != before.Count)
        {
            announcement.Enqueue(found.Value, before.Start);
            await db.SaveChangesAsync(cancellationToken);
        }

        await modals.RefreshAsync(key, found.Value, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
