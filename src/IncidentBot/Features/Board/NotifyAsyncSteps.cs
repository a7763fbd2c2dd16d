using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Board;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>
/// Posts one message in the channel for each new phase of a meeting in writing, because no one watches its board.
/// </summary>
internal sealed class NotifyAsyncSteps(IncidentDb db, SlackWorkspace workspace, ReminderPosts reminders) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var boards = await db.Boards.AsNoTracking().Where(board => board.FinishedAt == null).ToListAsync(cancellationToken);
        foreach (var board in boards.Where(board => board.Profile.IsAsync))
        {
            await NotifyChannelAsync(board, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The first step needs no message: the board was just posted.</summary>
    private async Task NotifyChannelAsync(MeetingBoard board, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (board.Step == 0)
        {
            return;
        }

        var link = await LinkAsync(board, cancellationToken);
        var text = Mrkdwn.Text(
            $"The post-mortem continues in writing: *{BoardWords.Place(board)}*, until {Mrkdwn.Date(board.CurrentRun.EndsAt)}. "
                + $"{PhaseGuide.Of(board.CurrentRun.Phase).Question} {link}");
        var key = FormattableString.Invariant($"written_step:{board.IncidentNumber}:{board.StartedAt.ToUnixTimeSeconds()}:{board.Step}");
        await reminders.SendAsync(board.IncidentNumber, new Reminder(key, MessageContent.Paragraph(text)), now, cancellationToken);
    }

    private async Task<Mrkdwn> LinkAsync(MeetingBoard board, CancellationToken cancellationToken)
    {
        var name = BotMessageNames.Card(BotMessageNames.Board, board.IncidentNumber);
        return await db.BotMessages.FindAsync([name], cancellationToken) is { } posted
            ? Mrkdwn.Link(workspace.Permalink(posted.ChannelId, posted.Ts), BoardPosts.OpenLabel)
            : Mrkdwn.Empty;
    }
}
