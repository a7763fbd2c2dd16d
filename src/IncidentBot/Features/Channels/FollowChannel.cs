using IncidentBot.Cards;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Channels;

/// <summary>Answers what people do to an incident's channel: rename it, archive it, take it out of the archive.</summary>
internal sealed class FollowChannel(IncidentDb db, ChannelPresence presence)
    : IEventHandler<ChannelRename>, IEventHandler<ChannelArchive>, IEventHandler<ChannelUnarchive>
{
    public Task HandleAsync(ChannelRename slackEvent, CancellationToken cancellationToken) => ChangeAsync(
        slackEvent.Channel.Id,
        channel =>
        {
            channel.Name = slackEvent.Channel.Name;
            return Task.CompletedTask;
        },
        cancellationToken);

    public Task HandleAsync(ChannelArchive slackEvent, CancellationToken cancellationToken) =>
        ChangeAsync(
            slackEvent.Channel,
            channel => presence.ChannelArchivedAsync(channel, slackEvent.User, cancellationToken),
            cancellationToken);

    /// <summary>The channel is back, but the bot is not in it until someone invites it.</summary>
    public Task HandleAsync(ChannelUnarchive slackEvent, CancellationToken cancellationToken) => ChangeAsync(
        slackEvent.Channel,
        channel =>
        {
            channel.IsArchived = false;
            return Task.CompletedTask;
        },
        cancellationToken);

    private async Task ChangeAsync(string channelId, Func<IncidentChannel, Task> change, CancellationToken cancellationToken)
    {
        foreach (var channel in await db.Channels.Where(IncidentChannel.Is(channelId)).ToListAsync(cancellationToken))
        {
            await change(channel);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
