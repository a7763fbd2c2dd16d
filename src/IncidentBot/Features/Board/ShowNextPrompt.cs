using IncidentBot.Domain.Board;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>
/// Answers "Next prompt": the board shows the next question. When one person has written most of what was added so far, the person
/// who runs the board, and no one else, is told to ask others.
/// </summary>
internal sealed class ShowNextPrompt(IncidentDb db, Boards boards, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindToRunAsync(request, cancellationToken) is not { } meeting
            || !meeting.Board.NextPrompt((int)BoardKey.Read(request.Action.Data).Shown))
        {
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        if (await BalanceAsync(meeting, cancellationToken) is { } balance)
        {
            await replies.SendAsync(request, Hint(balance), cancellationToken);
        }
    }

    private async Task<TalkBalance?> BalanceAsync(StartedMeeting meeting, CancellationToken cancellationToken)
    {
        var number = meeting.PostMortemView.Number;
        var ideas = await db.ActionIdeas.AsNoTracking().Where(idea => idea.IncidentNumber == number).ToListAsync(cancellationToken);
        return TalkBalance.Of(meeting.Board, meeting.PostMortemView.PostMortem, meeting.PostMortemView.Entries, ideas);
    }

    private static Mrkdwn Hint(TalkBalance balance) => Mrkdwn.Text(
        $"Only you see this: {balance.Points} of {balance.All} contributions so far are from {Mrkdwn.User(balance.Person.Value)}. Ask "
            + $"someone who hasn't spoken yet.");
}
