using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Archiving;

/// <summary>The end of a channel that was made for an incident. The caller saves.</summary>
internal sealed class ChannelFarewell(IncidentDb db, SlackWorkspace workspace, TimeProvider time)
{
    public async Task<Refusal?> WhenBorrowedAsync(int number, CancellationToken cancellationToken) =>
        await db.Channels.FindAsync([number], cancellationToken) is { IsBorrowed: true }
            ? new Refusal("This channel existed before the incident. I only archive channels that I created.")
            : null;

    public async Task ArchiveAsync(int number, PersonId by, CancellationToken cancellationToken)
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
