using IncidentBot.Cards;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>Updates what is known about the channel itself: whether it is private, its members, and whether the bot is in it.</summary>
internal sealed class ChannelState(IncidentDb db, ChannelPresence presence, IServiceScopeFactory scopes)
{
    /// <summary>
    /// Updates whether the channel is private, and its members, in its own unit of work. False when another writer changed the
    /// incident in the meantime or Slack does not answer.
    /// </summary>
    public async Task<bool> RefreshAsync(int incidentNumber, string channelId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var visibility = scope.ServiceProvider.GetRequiredService<ChannelVisibility>();
            return !(await visibility.RefreshAsync(incidentNumber, channelId, cancellationToken)).IsSilence;
        }
        catch (DbUpdateException exception) when (Conflict.Is(exception))
        {
            return false;
        }
    }

    /// <summary>The response also shows whether the bot was removed or invited again, in case that event was lost.</summary>
    public async Task UpdatePresenceAsync(ReadChannel effect, SlackResponse response, CancellationToken cancellationToken)
    {
        if (!response.Ok && response.Error is not ("not_in_channel" or "channel_not_found"))
        {
            return;
        }

        var channel = await db.Channels.SingleAsync(channel => channel.IncidentNumber == effect.IncidentNumber, cancellationToken);
        if (!response.Ok)
        {
            await presence.BotRemovedAsync(channel, cancellationToken);
        }
        else if (channel.IsBotOut)
        {
            await presence.BotInvitedAsync(channel, cancellationToken);
        }
    }
}
