using IncidentBot.Cards;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>What a reading learns of the channel itself: whether it is private and who is in it, and whether the bot is.</summary>
internal sealed class ChannelState(IncidentDb db, ChannelPresence presence, IServiceScopeFactory scopes)
{
    /// <summary>
    /// Follows the kind of the channel and its members, in a unit of work of its own. False when someone else wrote about the
    /// incident meanwhile or Slack does not answer.
    /// </summary>
    public async Task<bool> LearnAsync(int incidentNumber, string channelId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var visibility = scope.ServiceProvider.GetRequiredService<ChannelVisibility>();
            return !(await visibility.LearnAsync(incidentNumber, channelId, cancellationToken)).IsSilence;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>That the bot was put out or invited again may have been told to no one: the history says it too.</summary>
    public async Task FollowPresenceAsync(ReadChannel effect, SlackResponse response, CancellationToken cancellationToken)
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
