using IncidentBot.Cards;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Channels;

/// <summary>Answers the bot being removed from a channel and invited again.</summary>
internal sealed class FollowBot(IncidentDb db, ChannelPresence presence, SlackWorkspace workspace, WorkspaceDoubt doubt)
    : IEventHandler<ChannelLeft>, IEventHandler<MemberJoinedChannel>
{
    public Task HandleAsync(ChannelLeft slackEvent, CancellationToken cancellationToken) =>
        FollowAsync(slackEvent.Channel, presence.BotRemovedAsync, cancellationToken);

    public Task HandleAsync(MemberJoinedChannel slackEvent, CancellationToken cancellationToken) =>
        workspace.IsUs(slackEvent.User, null)
            ? FollowAsync(slackEvent.Channel, presence.BotInvitedAsync, cancellationToken)
            : Task.CompletedTask;

    private async Task FollowAsync(
        string channelId, Func<IncidentChannel, CancellationToken, Task> follow, CancellationToken cancellationToken)
    {
        var channels = await db.Channels.Where(IncidentChannel.Is(channelId)).ToListAsync(cancellationToken);
        foreach (var channel in channels)
        {
            await follow(channel, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (channelId == workspace.AnnouncementChannelId)
        {
            doubt.Set();
        }
    }
}
