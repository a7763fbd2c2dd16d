using System.Text.Json;
using IncidentBot.Domain;
using IncidentBot.Slack;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Outbox;

/// <summary>A message about to be posted.</summary>
internal sealed record Posting(string ChannelId, MessageContent Content, Sending Sending, string? ThreadTs = null);

/// <summary>Where a message was posted; the channel is the DM's own id when a person was addressed.</summary>
internal sealed record PostedAt(string ChannelId, string Ts)
{
    /// <summary>An earlier attempt posted it, so its content may be outdated.</summary>
    public bool IsEarlier { get; init; }
}

/// <summary>How posting ended, and where it stands when it worked.</summary>
internal sealed record PostingOutcome(EffectResult Result, PostedAt? Posted = null);

/// <summary>
/// Posts at Slack's pace and exactly once: the row's key is in the message's metadata, and after an attempt with an unknown
/// outcome the history is searched for that key first ("Message metadata").
/// </summary>
internal sealed class Postings(IncidentDb db, ISlackApi slack, EarlierAttempts earlier, TimeProvider time)
{
    private const string MetadataType = "incidentbot_message";
    private const string MetadataKey = "key";

    public async Task<PostingOutcome> PostAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (await IsGoneAsync(posting.ChannelId, cancellationToken))
        {
            return new(EffectResult.Done);
        }

        posting = posting with { Content = await db.ForReaderAsync(posting.Content, posting.ChannelId, cancellationToken) };
        var now = time.GetUtcNow();
        if (await db.WaitAsync(SlackLimits.Posting(posting.ChannelId), now, cancellationToken) is { } later)
        {
            return new(EffectResult.NotBefore(later));
        }

        return posting.Sending.LookFirst && await FindAsync(posting, cancellationToken) is { } known
            ? known
            : await SendAsync(posting, now, cancellationToken);
    }

    /// <summary>Where an earlier attempt posted it, or that Slack does not say; null when it certainly was not posted.</summary>
    private async Task<PostingOutcome?> FindAsync(Posting posting, CancellationToken cancellationToken)
    {
        var found = await earlier.FindAsync(
            posting.ChannelId, posting.ThreadTs, posting.Sending, message => KeyOf(message) == posting.Sending.Key, cancellationToken);
        return found switch
        {
            { Unknown: { } unknown } => new(unknown),
            { Message: { } message } => new(EffectResult.Done, new PostedAt(found.ChannelId, message.Ts) { IsEarlier = true }),
            _ => null,
        };
    }

    private async Task<PostingOutcome> SendAsync(Posting posting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.TryTakePostingTurnAsync(posting.ChannelId, now, cancellationToken))
        {
            return new(EffectResult.NotBefore(now + SlackLimits.BetweenPosts));
        }

        var response = (await slack.CallAsync("chat.postMessage", Arguments(posting), cancellationToken)).As<ChatMessageResponse>();
        if (response.Ok)
        {
            return new(EffectResult.Done, new PostedAt(response.Value.Channel, response.Value.Ts));
        }

        if (response.Kind is SlackErrorKind.Throttled && response.RetryAfter is { } wait)
        {
            await db.HoldAsync(SlackLimits.Posting(posting.ChannelId), now + wait, cancellationToken);
        }

        return new(
            IsPerson(posting.ChannelId) && response.Kind is SlackErrorKind.TargetGone ? EffectResult.Done : EffectResult.From(response));
    }

    /// <summary>Messages to someone who left count as sent: their work has gone to others, who get messages of their own.</summary>
    private async Task<bool> IsGoneAsync(string channelId, CancellationToken cancellationToken) =>
        IsPerson(channelId) && await db.People.FindAsync([new PersonId(channelId)], cancellationToken) is { IsDeactivated: true };

    private static bool IsPerson(string channelId) => channelId[0] is 'U' or 'W';

    private static JsonElement Arguments(Posting posting)
    {
        var mark = new PostMetadata(MetadataType, new Dictionary<string, string> { [MetadataKey] = posting.Sending.Key });
        return posting.Content.With(
            new("channel", posting.ChannelId),
            new("thread_ts", posting.ThreadTs),
            new("metadata", JsonSerializer.SerializeToNode(mark, SlackJson.Options)));
    }

    private static string? KeyOf(SlackMessage message) =>
        message.Metadata is { EventPayload.ValueKind: JsonValueKind.Object } mark
            && mark.EventPayload.TryGetProperty(MetadataKey, out var key)
            ? key.GetString()
            : null;
}
