using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.PostMortems.WriteUps;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.Archiving;

/// <summary>Answers "Archive the channel": a last reading, a last line, and then the archive, in this order whatever happens between.</summary>
internal sealed class ArchiveChannelNow(
    IncidentDb db, Dossiers dossiers, Replies replies, SlackWorkspace workspace, IOptions<IncidentsOptions> options, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = int.Parse(request.Action.Data, CultureInfo.InvariantCulture);
        var by = new PersonId(request.User.Id);
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        if ((dossier.Rights.MayArchive(by, options.Value.IsAdmin(by)).Refusal
            ?? ArchiveOffers.MayArchive(dossier.PostMortem.PublishedAt, dossier.Incident.IsOpen).Refusal
            ?? await WhenBorrowedAsync(number, cancellationToken)) is { } refusal)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
            return;
        }

        await ArchiveAsync(number, by, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await replies.ReplaceAsync(request, ArchiveMessage.Archiving(by), cancellationToken);
    }

    private async Task<Refusal?> WhenBorrowedAsync(int number, CancellationToken cancellationToken) =>
        await db.Channels.FindAsync([number], cancellationToken) is { IsBorrowed: true }
            ? new Refusal("This channel was there before the incident. I archive only channels that I made.")
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
        await db.BotMessages.FindAsync([WriteUpCard.NameOf(number)], cancellationToken) is { } posted
            ? Mrkdwn.Link(workspace.Permalink(posted.ChannelId, posted.Ts), "The write-up")
            : Mrkdwn.Raw("The write-up");
}
