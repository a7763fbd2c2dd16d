using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>
/// Reads one page of a channel or of a thread, and merges it. A stored message that is missing from the page was deleted.
/// Reading a page twice changes nothing.
/// </summary>
internal sealed class ReadChannelSender(
    IncidentDb db, ISlackApi slack, MergePages pages, ChannelState state, TimeProvider time) : IEffectSender<ReadChannel>
{
    private static readonly TimeSpan DuringOutage = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterConflict = TimeSpan.FromSeconds(2);

    public async Task<EffectResult> SendAsync(ReadChannel effect, Sending sending, CancellationToken cancellationToken)
    {
        var channel = await db.Channels.AsNoTracking()
            .SingleOrDefaultAsync(channel => channel.IncidentNumber == effect.IncidentNumber, cancellationToken);
        if (channel is not { ChannelId: { } channelId, IsArchived: false })
        {
            return EffectResult.Done;
        }

        var now = time.GetUtcNow();
        if (effect.IsAtTheBeginning && !await state.RefreshAsync(effect.IncidentNumber, channelId, cancellationToken))
        {
            return EffectResult.NotBefore(now + DuringOutage);
        }

        var reading = new ChannelReading(effect.IncidentNumber, channelId, now, await db.OwnersOfAsync(channelId, cancellationToken));
        if (effect.MembersOnly || !reading.Ownership.Covers(now))
        {
            return EffectResult.Done;
        }

        return effect.Threads is [var thread, ..]
            ? await ReadThreadAsync(effect, reading, thread, cancellationToken)
            : await ReadMessagesAsync(effect, reading, cancellationToken);
    }

    private async Task<EffectResult> ReadMessagesAsync(ReadChannel effect, ChannelReading reading, CancellationToken cancellationToken)
    {
        var known = await pages.StoredMessagesAsync(reading, cancellationToken);
        var response = await slack.SendAsync(
            new ConversationsHistory(reading.ChannelId)
            {
                Oldest = reading.Oldest,
                Latest = effect.Cursor is null ? effect.ReadDownTo ?? reading.Latest : null,
                Cursor = effect.Cursor,
            },
            cancellationToken);
        await state.UpdatePresenceAsync(effect, response, cancellationToken);
        if (!response.Ok)
        {
            return ResultOf(response);
        }

        var shown = response.Value.Messages;
        var isLast = response.NextCursor is null && !response.Value.HasMore;
        if (shown.Count == 0)
        {
            return response.NextCursor is { } cursor ? EffectResult.GoOn(effect with { Cursor = cursor }) : EffectResult.Done;
        }

        var oldest = shown.Select(message => message.Ts).Min(StringComparer.Ordinal)!;
        bool IsInPage(string ts) => !IsBefore(ts, oldest) && (effect.ReadDownTo is null || IsBefore(ts, effect.ReadDownTo));
        var threads = shown.Where(message => message is { IsReply: false, ReplyCount: > 0 } && reading.BelongsToIncident(message.Ts))
            .Select(message => message.Ts)
            .Union(known.Where(message => message.ThreadTs is { } thread && IsInPage(thread)).Select(message => message.ThreadTs!));
        var inPage = known.Where(message => message.ThreadTs is null && IsInPage(message.Ts)).Select(message => message.Ts);
        var next = effect with { ReadDownTo = oldest, Cursor = null, IsAtTheFirstMessage = isLast, Threads = [.. threads] };
        return await MergeAsync(reading, shown, inPage, next, cancellationToken);
    }

    private async Task<EffectResult> ReadThreadAsync(
        ReadChannel effect, ChannelReading reading, string thread, CancellationToken cancellationToken)
    {
        var known = (await pages.StoredMessagesAsync(reading, cancellationToken)).Where(message => message.ThreadTs == thread)
            .Select(message => message.Ts);
        var response = await slack.SendAsync(
            new ConversationsReplies(reading.ChannelId, thread) { Cursor = effect.ThreadCursor }, cancellationToken);
        if (response.Error is "thread_not_found" or "message_not_found")
        {
            // The thread was deleted with its last message.
            return await MergeAsync(reading, [], known, effect.WithoutFirstThread(), cancellationToken);
        }

        if (!response.Ok)
        {
            return ResultOf(response);
        }

        var shown = response.Value.Messages.Where(message => message.Ts != thread).ToList();
        var begin = effect.ReadUpTo ?? thread;
        var end = response.NextCursor is null ? null : shown.Select(message => message.Ts).Append(begin).Max(StringComparer.Ordinal);
        var inPage = known.Where(ts => IsBefore(begin, ts) && (end is null || !IsBefore(end, ts)));
        var next = end is null ? effect.WithoutFirstThread() : effect with { ReadUpTo = end, ThreadCursor = response.NextCursor };
        return await MergeAsync(reading, shown, inPage, next, cancellationToken);
    }

    /// <param name="known">The stored messages in the page's range; those that Slack does not show were deleted.</param>
    private async Task<EffectResult> MergeAsync(
        ChannelReading reading,
        IReadOnlyList<SlackMessage> shown,
        IEnumerable<string> known,
        ReadChannel next,
        CancellationToken cancellationToken)
    {
        var deleted = known.Except(shown.Select(message => message.Ts)).ToList();
        if (!await pages.MergeAsync(reading, shown, deleted, cancellationToken))
        {
            // An event changed one of the messages in the meantime, so the page is read again.
            return EffectResult.NotBefore(reading.ReadAt + AfterConflict);
        }

        return next is { IsAtTheFirstMessage: true, Threads: [] } ? EffectResult.Done : EffectResult.GoOn(next);
    }

    /// <summary>Waits out an outage of Slack, however long; stops when the bot was removed, because there is nothing to read.</summary>
    private EffectResult ResultOf(SlackResponse response) => response.Kind switch
    {
        SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome => EffectResult.NotBefore(time.GetUtcNow() + DuringOutage),
        SlackErrorKind.TargetGone => EffectResult.Done,
        _ => EffectResult.From(response),
    };

    /// <summary>Timestamps have a fixed length, so they compare as text.</summary>
    private static bool IsBefore(string ts, string other) => string.CompareOrdinal(ts, other) < 0;
}
