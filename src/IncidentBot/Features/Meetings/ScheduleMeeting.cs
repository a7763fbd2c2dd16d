using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings;

/// <summary>
/// Answers the schedule modal. Submitting the same meeting again changes and sends nothing. If someone else changed the
/// meeting in the meantime, the person is warned first.
/// </summary>
internal sealed class ScheduleMeeting(
    PostMortemChanges changes, ScheduleWarnings warnings, MeetingAnnouncement announcement) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            ScheduleModal.Blocks.Proposal,
            request => DecideAsync(submission, request, cancellationToken),
            cancellationToken);

    private async Task<FormDecision> DecideAsync(
        ViewSubmission submission, PostMortemRequest request, CancellationToken cancellationToken)
    {
        var postMortem = request.PostMortem;
        if (ScheduleModal.Read(submission.View, postMortem) is not { } plan)
        {
            return new Refusal("Choose a time here, or one of the proposals above.", ScheduleModal.Blocks.Start);
        }

        if (MeetingRules.MaySchedule(request.View) is { Ok: false } refused)
        {
            return refused;
        }

        if (await warnings.WarnAsync(submission, postMortem, plan, cancellationToken) is { } warning)
        {
            return warning;
        }

        var (previousStart, changes) = (postMortem.Meeting.Start, postMortem.AllChanges.Count);
        var scheduled = postMortem.Schedule(plan, request.By, request.Now);
        if (scheduled.Ok && postMortem.AllChanges.Count != changes)
        {
            announcement.Enqueue(request.View, previousStart);
        }

        return scheduled;
    }
}
