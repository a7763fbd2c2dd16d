using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Board;
using IncidentBot.Jobs;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>
/// The soft timer: a board says when two minutes are left and when the time is up, but never moves on by itself. A board that
/// was forgotten for a day is unpinned.
/// </summary>
internal sealed class BoardTimers(IncidentDb db, BoardPosts posts) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var board in await db.Boards.Where(board => board.FinishedAt == null).ToListAsync(cancellationToken))
        {
            if (board.Tick(now) && board is { Profile.IsAsync: false, CurrentRun.TimerShown: TimerState.TimeIsUp })
            {
                await posts.NotifyAsync(board.IncidentNumber, TimeIsUp(board), KeyOf("board_time_up", board), cancellationToken);
            }

            if (!board.IsRunning(now))
            {
                var place = new PlaceBoard(board.IncidentNumber);
                await db.EnqueueOnceAsync(place.Lane, place, KeyOf("board_forgotten", board), now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>For whoever runs the meeting and has scrolled away from the board.</summary>
    private static MessageContent TimeIsUp(MeetingBoard board)
    {
        var sentence = Mrkdwn.Text($"{Mrkdwn.User(board.RunBy.Value)}, time for *{board.Phase.Name}* is up. Move on, or add five minutes.");
        return new MessageContent(
            sentence,
            new SectionBlock(sentence),
            new ActionsBlock(BoardPosts.ShowButton(FormattableString.Invariant($"{board.IncidentNumber}"))));
    }

    private static string KeyOf(string occasion, MeetingBoard board) => FormattableString.Invariant(
        $"{occasion}:{board.IncidentNumber}:{board.Step}:{board.CurrentRun.EndsAt.ToUnixTimeSeconds()}");
}
