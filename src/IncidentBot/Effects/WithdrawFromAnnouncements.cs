using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Effects;

/// <summary>Removes the bot's posts about an incident from #incidents because it became private. May be repeated.</summary>
[Effect("withdraw_from_announcements")]
internal sealed record WithdrawFromAnnouncements(int IncidentNumber) : IEffect;

/// <summary>
/// Deletes headline and write-up, after the bot's replies in their threads, because a thread survives its first message.
/// Messages of people stay. A published write-up moves to the incident's channel.
/// </summary>
internal sealed class WithdrawFromAnnouncementsSender(IncidentDb db, ISlackApi slack, SlackWorkspace workspace, TimeProvider time)
    : IEffectSender<WithdrawFromAnnouncements>
{
    public async Task<EffectResult> SendAsync(WithdrawFromAnnouncements effect, Sending sending, CancellationToken cancellationToken)
    {
        var number = effect.IncidentNumber;
        var writeUp = BotMessageNames.WriteUpOf(number);
        var headline = BotMessageNames.Card(BotMessageNames.Headline, number);
        string[] names = [headline, writeUp];
        var own = await db.Channels.FindAsync([number], cancellationToken);
        foreach (var message in await db.BotMessages.Where(message => names.Contains(message.Name)).ToListAsync(cancellationToken))
        {
            if (message.ChannelId == own?.ChannelId)
            {
                continue;
            }

            var deleted = await DeleteThreadAsync(message.ChannelId, message.Ts, cancellationToken);
            if (!deleted.Done)
            {
                return EffectResult.From(deleted);
            }

            db.BotMessages.Remove(message);
            if (message.Name == headline && own is null)
            {
                await MoveCardsAsync(number, message.ChannelId, cancellationToken);
            }

            if (message.Name == writeUp)
            {
                db.Enqueue(Lane.Incident(number), new RefreshCard(BotMessageNames.WriteUp, $"{number}"), time.GetUtcNow());
            }
        }

        return EffectResult.Done;
    }

    /// <summary>
    /// The cards of an incident without a channel were in the headline's thread. They are posted anew where the incident is discussed now.
    /// </summary>
    private async Task MoveCardsAsync(int number, string channelId, CancellationToken cancellationToken)
    {
        foreach (var card in new[] { BotMessageNames.StatusCard, BotMessageNames.ResolveCard })
        {
            if (await db.BotMessages.FindAsync([BotMessageNames.Card(card, number)], cancellationToken) is { } posted
                && posted.ChannelId == channelId)
            {
                db.BotMessages.Remove(posted);
                db.Enqueue(Lane.Incident(number), new RefreshCard(card, $"{number}"), time.GetUtcNow());
            }
        }
    }

    private async Task<SlackResponse> DeleteThreadAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await slack.SendAsync(new ConversationsReplies(channel, ts) { Cursor = cursor }, cancellationToken);
            if (!page.Ok)
            {
                // A missing message or thread is fine; only an outage of Slack is waited for.
                if (page.IsSilence)
                {
                    return page;
                }

                break;
            }

            foreach (var reply in page.Value.Messages.Where(message => message.Ts != ts && IsOurs(message)))
            {
                var deleted = await slack.SendAsync(new ChatDelete(channel, reply.Ts), cancellationToken);
                if (!deleted.Done && deleted.IsSilence)
                {
                    return deleted;
                }
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return await slack.SendAsync(new ChatDelete(channel, ts), cancellationToken);
    }

    private bool IsOurs(SlackMessage message) => workspace.IsUs(message.User, message.BotId);
}
