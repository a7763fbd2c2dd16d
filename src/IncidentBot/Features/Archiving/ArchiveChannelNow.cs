using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Archiving;

/// <summary>
/// Answers "Archive channel": reads the channel once more, posts a last message, then archives it, always in this order.
/// </summary>
internal sealed class ArchiveChannelNow(
    IncidentDb db, PostMortemViews views, Replies replies, SlackWorkspace workspace, IOptions<IncidentsOptions> options, TimeProvider time)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = int.Parse(request.Action.Data, CultureInfo.InvariantCulture);
        var by = new PersonId(request.User.Id);
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        if ((view.Rights.MayArchive(by, options.Value.IsAdmin(by)).Refusal
            ?? ArchiveOffers.MayArchive(view.PostMortem.WriteUp.PublishedAt, view.Incident.IsOpen).Refusal
            ?? await WhenBorrowedAsync(number, cancellationToken)) is { } refusal)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
            return;
        }

        await ArchiveAsync(number, by, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await replies.ReplaceAsync(request, ArchiveMessage.Archiving(by), cancellationToken);
    }

    private async Task<Refusal?> WhenBorrowedAsync(int number, CancellationToken cancellationToken) =>
        await db.Channels.FindAsync([number], cancellationToken) is { IsBorrowed: true }
            ? new Refusal("This channel existed before the incident. I only archive channels that I created.")
            : null;

    private async Task ArchiveAsync(int number, PersonId by, CancellationToken cancellationToken)
    {
        if (await db.Channels.FindAsync([number], cancellationToken) is not { ChannelId: not null, IsArchived: false } channel)
        {
            return;
        }

        var (lane, now) = (Lane.Incident(number), time.GetUtcNow());
        var key = $"archive:{number}:{channel.ArchiveOffers}";
        var farewell = new Post(Address.Incident(number), ArchiveMessage.Farewell(number, await WriteUpAsync(number, cancellationToken)));
        await db.EnqueueOnceAsync(lane, new ReadChannel(number), $"{key}:read", now, cancellationToken);
        await db.EnqueueOnceAsync(lane, farewell, $"{key}:farewell", now, cancellationToken);
        await db.EnqueueOnceAsync(lane, new ArchiveChannel(number, by), key, now, cancellationToken);
    }

    private async Task<Mrkdwn> WriteUpAsync(int number, CancellationToken cancellationToken) =>
        await db.BotMessages.FindAsync([BotMessageNames.WriteUpOf(number)], cancellationToken) is { } posted
            ? Mrkdwn.Link(workspace.Permalink(posted.ChannelId, posted.Ts), "The write-up")
            : Mrkdwn.Raw("The write-up");
}
