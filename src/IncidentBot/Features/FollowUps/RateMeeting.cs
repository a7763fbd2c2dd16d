using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Meetings;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Answers the two feedback questions under the finished board. A person's last answer counts; the reply doesn't repeat it.
/// </summary>
internal sealed class RateMeeting(IncidentDb db, PostMortemChanges changes, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var action = request.Action.ActionId;
        var answered = await changes.PressAsync(
            request,
            PostMortemKey.ReadValue(request.Action.Data).Number,
            async asked =>
            {
                var feedback = await FindOrAddAsync(asked, cancellationToken);
                feedback.Answer(
                    action is FollowUpActions.WorthIt or FollowUpActions.NotWorthIt ? action == FollowUpActions.WorthIt : null,
                    action is FollowUpActions.SafeToSpeak or FollowUpActions.NotSafeToSpeak ? action == FollowUpActions.SafeToSpeak : null);
                return Result.Accepted;
            },
            cancellationToken);
        if (answered is not null)
        {
            await replies.SendAsync(
                request,
                Mrkdwn.Text($"Thanks, noted. Only totals of {FeedbackTotals.LeastAnswers} or more answers are shown."),
                cancellationToken);
        }
    }

    private async Task<MeetingFeedback> FindOrAddAsync(PostMortemRequest asked, CancellationToken cancellationToken)
    {
        var voter = MeetingFeedback.VoterOf(asked.PostMortem.Id, asked.By);
        return await db.MeetingFeedback.FindAsync([asked.View.Number, voter], cancellationToken)
            ?? db.MeetingFeedback.Add(MeetingFeedback.Of(asked.View.Number, asked.PostMortem.Id, asked.By)).Entity;
    }
}
