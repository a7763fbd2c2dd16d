using System.Globalization;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery.Outbox;

/// <summary>The trace of an earlier attempt.</summary>
/// <param name="Message">The message it left in Slack; null when there is none.</param>
/// <param name="ChannelId">The channel of that message.</param>
/// <param name="Unknown">Slack did not answer, so it is unknown whether to repeat; this ends the attempt for now.</param>
internal sealed record Found(SlackMessage? Message, string ChannelId = "", EffectResult? Unknown = null);

/// <summary>Looks in Slack for the message of an attempt with an unknown outcome.</summary>
internal sealed class EarlierAttempts(ISlackApi slack)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    /// <summary>The message that fits, of those in a channel, or in a thread of it, since the effect was asked for.</summary>
    public async Task<Found> FindAsync(
        string channelId, string? threadTs, Sending sending, Func<SlackMessage, bool> fits, CancellationToken cancellationToken)
    {
        // A user id works for posting but not for reading; opening the DM is idempotent and returns its id.
        if (channelId[0] is 'U' or 'W')
        {
            var opened = await slack.SendAsync(new ConversationsOpen([channelId]), cancellationToken);
            return opened.Ok
                ? await FindAsync(opened.Value.Channel.Id, threadTs, sending, fits, cancellationToken)
                : new(null, Unknown: EffectResult.From(opened));
        }

        var oldest = (sending.CreatedAt - ClockSkew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string? cursor = null;
        do
        {
            var page = threadTs is null
                ? await slack.SendAsync(
                    new ConversationsHistory(channelId) { Oldest = oldest, IncludeAllMetadata = true, Cursor = cursor }, cancellationToken)
                : await slack.SendAsync(
                    new ConversationsReplies(channelId, threadTs) { Oldest = oldest, IncludeAllMetadata = true, Cursor = cursor },
                    cancellationToken);
            if (page.IsSilence)
            {
                return new(null, Unknown: EffectResult.From(page));
            }

            if (page.Ok && page.Value.Messages.FirstOrDefault(fits) is { } message)
            {
                return new(message, channelId);
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return new((SlackMessage?)null);
    }
}
