using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers "Change dates" on the board.</summary>
internal sealed class OpenFollowUps(Boards boards, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindOrReplyAsync(request, cancellationToken) is { } meeting)
        {
            await modals.ShowAsync(request, FollowUpModal.Render(meeting.PostMortemView), cancellationToken);
        }
    }
}

/// <summary>Saves the dates of the follow-up reviews.</summary>
internal sealed class ScheduleReviews(IncidentDb db, PostMortemViews views, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (number, by, now) = (
            PostMortemKey.Read(submission.View.PrivateMetadata).Number, new PersonId(submission.User.Id), time.GetUtcNow());
        var found = await views.FindAsync(by, number, cancellationToken);
        var chosen = found.Ok
            ? found.Value.PostMortem.Reviews.ScheduleReviews(
                FollowUpModal.Read(submission.View.State), DateOnly.FromDateTime(now.UtcDateTime), by, now)
            : found.Refusal;
        if (!chosen.Ok)
        {
            return ViewSubmissionResponse.Error(chosen.Refusal.Field ?? "effectiveness", chosen.Refusal.Sentence);
        }

        await db.RefreshBoardAsync(number, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
