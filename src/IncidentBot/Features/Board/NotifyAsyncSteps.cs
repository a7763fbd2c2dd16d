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
/// Of a meeting in writing nobody watches the board: the channel hears once of each next step, and whoever drives, in their working
/// hours, once that its day is over.
/// </summary>
internal sealed class NotifyAsyncSteps(IncidentDb db, PeopleDirectory people, SlackWorkspace workspace, IOptions<RemindersOptions> options) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var boards = await db.Boards.AsNoTracking().Where(board => board.FinishedAt == null).ToListAsync(cancellationToken);
        foreach (var board in boards.Where(board => board.Profile.IsAsync))
        {
            await TellChannelAsync(board, now, cancellationToken);
            await TellDriverAsync(board, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Of the first step the board itself is the news.</summary>
    private async Task TellChannelAsync(MeetingBoard board, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (board.Step == 0)
        {
            return;
        }

        var link = await LinkAsync(board, cancellationToken);
        var text = Mrkdwn.Text(
            $"The post-mortem goes on in writing: *{BoardWords.Place(board)}*, until {Mrkdwn.Date(board.Visit.EndsAt)}. {PhaseGuide.Of(board.Visit.Phase).Question} {link}");
        await db.EnqueueOnceAsync(
            Lane.Incident(board.IncidentNumber),
            new Post(Address.Incident(board.IncidentNumber), MessageContent.Paragraph(text)),
            FormattableString.Invariant($"written_step:{board.IncidentNumber}:{board.StartedAt.ToUnixTimeSeconds()}:{board.Step}"),
            now, cancellationToken);
    }

    private async Task TellDriverAsync(MeetingBoard board, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (board.Visit.EndsAt > now || options.Value.Quiet.IsQuiet(now, (await people.FindAsync(board.Driver, cancellationToken)).Zone))
        {
            return;
        }

        var link = await LinkAsync(board, cancellationToken);
        var text = Mrkdwn.Text(
            $"The day for *{board.Phase.Name}* in the post-mortem of incident {board.IncidentNumber} is over. Go on when enough is there, or give it a day more. {link}");
        await db.EnqueueOnceAsync(
            Lane.Person(board.Driver),
            new Post(Address.Person(board.Driver), MessageContent.Paragraph(text)),
            FormattableString.Invariant($"written_step_over:{board.IncidentNumber}:{board.Visit.EndsAt.ToUnixTimeSeconds()}"),
            now, cancellationToken);
    }

    private async Task<Mrkdwn> LinkAsync(MeetingBoard board, CancellationToken cancellationToken)
    {
        var name = BotMessageNames.Card(BotMessageNames.Board, board.IncidentNumber);
        return await db.BotMessages.FindAsync([name], cancellationToken) is { } posted
            ? Mrkdwn.Link(workspace.Permalink(posted.ChannelId, posted.Ts), "The board")
            : Mrkdwn.Empty;
    }
}
