using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers what anyone in the meeting may press: "I'm here", "Take over", and "Blame is creeping in".</summary>
internal sealed class JoinMeeting(IncidentDb db, Boards boards, BoardPosts posts, Replies replies, TimeProvider time) : IBlockActionHandler
{
    private const int MinutesBetweenPosts = 3;

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindOrReplyAsync(request, cancellationToken) is not { } meeting)
        {
            return;
        }

        switch (request.Action.ActionId)
        {
            case BoardActions.Join:
                meeting.Board.Join(new PersonId(request.User.Id));
                break;
            case BoardActions.TakeOver:
                meeting.Board.TakeOver(new PersonId(request.User.Id));
                break;
            default:
                await RaiseBlameAsync(meeting, cancellationToken);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        if (request.Action.ActionId == BoardActions.RaiseBlame)
        {
            await replies.SendAsync(
                request,
                Mrkdwn.Raw("Thank you. The board and its thread now say so. No one can see who pressed the button."),
                cancellationToken);
        }
    }

    /// <summary>Who pressed the button is neither kept nor sent. Several presses within three minutes post one message.</summary>
    private async Task RaiseBlameAsync(StartedMeeting meeting, CancellationToken cancellationToken)
    {
        var (number, now) = (meeting.PostMortemView.Number, time.GetUtcNow());
        meeting.Board.RaiseBlame();
        await posts.NotifyAsync(
            number,
            MessageContent.Paragraph(BoardWords.BlameIsCreepingIn),
            FormattableString.Invariant(
                $"blame_alarm:{number}:{meeting.Board.Step}:{now.ToUnixTimeSeconds() / (MinutesBetweenPosts * 60)}"),
            cancellationToken);
    }
}
