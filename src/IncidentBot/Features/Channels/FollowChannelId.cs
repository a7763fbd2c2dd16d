using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Channels;

/// <summary>
/// Answers a change of a channel's id (it was shared with another workspace): everything stored about it, and
/// everything waiting for it, gets the new id. Repeating it changes nothing.
/// </summary>
internal sealed class FollowChannelId(IncidentDb db, SlackWorkspace workspace) : IEventHandler<ChannelIdChanged>
{
    public async Task HandleAsync(ChannelIdChanged slackEvent, CancellationToken cancellationToken)
    {
        var (old, now) = (slackEvent.OldChannelId, slackEvent.NewChannelId);
        await db.InTransactionAsync(() => RemapAsync(old, now, cancellationToken), cancellationToken);
        if (workspace.AnnouncementChannelId == old)
        {
            workspace.AnnounceIn(now);
        }
    }

    private async Task RemapAsync(string old, string now, CancellationToken cancellationToken)
    {
        if (await db.MovedChannels.FindAsync([old], cancellationToken) is null)
        {
            db.MovedChannels.Add(new MovedChannel { OldId = old, NewId = now });
            await db.SaveChangesAsync(cancellationToken);
        }

        await db.Channels.Where(channel => channel.OwnId == old)
            .ExecuteUpdateAsync(set => set.SetProperty(channel => channel.OwnId, now), cancellationToken);
        await db.Channels.Where(channel => channel.BorrowedId == old)
            .ExecuteUpdateAsync(set => set.SetProperty(channel => channel.BorrowedId, now), cancellationToken);
        await db.Channels.Where(channel => channel.DeclaredIn == old)
            .ExecuteUpdateAsync(set => set.SetProperty(channel => channel.DeclaredIn, now), cancellationToken);
        await db.BotMessages.Where(message => message.ChannelId == old)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ChannelId, now), cancellationToken);
        await db.ChannelMessages.Where(message => message.Channel == old)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Channel, now), cancellationToken);
        await db.TimelineEntries.Where(entry => entry.Channel == old)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Channel, now), cancellationToken);
        await db.ActionIdeas.Where(idea => idea.Source != null && idea.Source.StartsWith(old + ":"))
            .ExecuteUpdateAsync(set => set.SetProperty(idea => idea.Source, idea => idea.Source!.Replace(old, now)), cancellationToken);
        await db.Outbox.Where(row => row.State != LaneRowState.Done && row.Payload.Contains(old))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, row => row.Payload.Replace(old, now)), cancellationToken);
    }
}
