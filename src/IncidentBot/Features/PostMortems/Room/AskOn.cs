using IncidentBot.Domain.PostMortems.Room;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.Room;

/// <summary>
/// Answers "Another prompt": the room sees the next question. Whoever drives, and nobody else, also hears when one person has
/// written most of what was added so far, since then the question is best put to somebody else (R32).
/// </summary>
internal sealed class AskOn(IncidentDb db, Rooms rooms, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await rooms.DriveOrTellAsync(request, cancellationToken) is not { } room
            || !room.Board.NextPrompt((int)RoomKey.Read(request.Action.Data).Shown))
        {
            return;
        }

        db.RefreshBoard(room.Dossier.Number, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (await BalanceAsync(room, cancellationToken) is { } balance)
        {
            await replies.TellAsync(request, Hint(balance), cancellationToken);
        }
    }

    private async Task<TalkBalance?> BalanceAsync(OpenedRoom room, CancellationToken cancellationToken)
    {
        var number = room.Dossier.Number;
        var ideas = await db.ActionIdeas.AsNoTracking().Where(idea => idea.IncidentNumber == number).ToListAsync(cancellationToken);
        return TalkBalance.Of(room.Board, room.Dossier.PostMortem, room.Dossier.Entries, ideas);
    }

    private static Mrkdwn Hint(TalkBalance balance) => Mrkdwn.Text(
        $"Only you read this: {balance.Points} of the {balance.All} points so far come from {Mrkdwn.User(balance.Person.Value)}. Who has not said anything yet? Put this question to them.");
}
