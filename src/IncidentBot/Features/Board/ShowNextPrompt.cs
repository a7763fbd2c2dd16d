using IncidentBot.Cards;
using IncidentBot.Domain.Board;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>
/// Answers "Another prompt": the room sees the next question. Whoever drives, and nobody else, also hears when one person has
/// written most of what was added so far, since then the question is best put to somebody else.
/// </summary>
internal sealed class ShowNextPrompt(IncidentDb db, Boards boards, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.DriveOrTellAsync(request, cancellationToken) is not { } room
            || !room.Board.NextPrompt((int)BoardKey.Read(request.Action.Data).Shown))
        {
            return;
        }

        db.RefreshBoard(room.PostMortemView.Number, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (await BalanceAsync(room, cancellationToken) is { } balance)
        {
            await replies.TellAsync(request, Hint(balance), cancellationToken);
        }
    }

    private async Task<TalkBalance?> BalanceAsync(OpenedRoom room, CancellationToken cancellationToken)
    {
        var number = room.PostMortemView.Number;
        var ideas = await db.ActionIdeas.AsNoTracking().Where(idea => idea.IncidentNumber == number).ToListAsync(cancellationToken);
        return TalkBalance.Of(room.Board, room.PostMortemView.PostMortem, room.PostMortemView.Entries, ideas);
    }

    private static Mrkdwn Hint(TalkBalance balance) => Mrkdwn.Text(
        $"Only you read this: {balance.Points} of the {balance.All} points so far come from {Mrkdwn.User(balance.Person.Value)}. Who has not said anything yet? Put this question to them.");
}
