using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Board;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Board;

/// <summary>
/// No one watches the board of a meeting in writing, so the channel hears once of each new step, and the person who runs the board hears
/// once, in their working hours, when a step's time is up.
/// </summary>
internal sealed class NotifyAsyncSteps(
    IncidentDb db, PeopleDirectory people, SlackWorkspace workspace, IOptions<RemindersOptions> options) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var boards = await db.Boards.AsNoTracking().Where(board => board.FinishedAt == null).ToListAsync(cancellationToken);
        foreach (var board in boards.Where(board => board.Profile.IsAsync))
        {
            await NotifyChannelAsync(board, now, cancellationToken);
            await NotifyFacilitatorAsync(board, now, cancellationToken);
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
        await db.EnqueueOnceAsync(
            Lane.Incident(board.IncidentNumber),
            new Post(Address.Incident(board.IncidentNumber), MessageContent.Paragraph(text)),
            FormattableString.Invariant($"written_step:{board.IncidentNumber}:{board.StartedAt.ToUnixTimeSeconds()}:{board.Step}"),
            now, cancellationToken);
    }

    private async Task NotifyFacilitatorAsync(MeetingBoard board, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (board.CurrentRun.EndsAt > now
            || options.Value.Quiet.IsQuiet(now, (await people.FindAsync(board.Driver, cancellationToken)).Zone))
        {
            return;
        }

        var link = await LinkAsync(board, cancellationToken);
        var text = Mrkdwn.Text(
            $"Time for *{board.Phase.Name}* in the post-mortem of incident {board.IncidentNumber} is up. Move on, or add a day. {link}");
        await db.EnqueueOnceAsync(
            Lane.Person(board.Driver),
            new Post(Address.Person(board.Driver), MessageContent.Paragraph(text)),
            FormattableString.Invariant($"written_step_over:{board.IncidentNumber}:{board.CurrentRun.EndsAt.ToUnixTimeSeconds()}"),
            now, cancellationToken);
    }

    private async Task<Mrkdwn> LinkAsync(MeetingBoard board, CancellationToken cancellationToken)
    {
        var name = BotMessageNames.Card(BotMessageNames.Board, board.IncidentNumber);
        return await db.BotMessages.FindAsync([name], cancellationToken) is { } posted
            ? Mrkdwn.Link(workspace.Permalink(posted.ChannelId, posted.Ts), "Open the board")
            : Mrkdwn.Empty;
    }
}
