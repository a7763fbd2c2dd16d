using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

internal sealed partial class PlaceBoardSender(
    IncidentDb db, ISlackApi slack, Bookmarks bookmarks, TimeProvider time, ILogger<PlaceBoardSender> logger) : IEffectSender<PlaceBoard>
{
    public async Task<EffectResult> SendAsync(PlaceBoard effect, Sending sending, CancellationToken cancellationToken)
    {
        var number = effect.IncidentNumber;
        if (await db.Channels.FindAsync([number], cancellationToken) is not { ChannelId: { } channelId } channel)
        {
            // A report without a channel has its board in a thread of #incidents, which is not pinned.
            return EffectResult.Done;
        }

        if (channel.IsOutOfReach)
        {
            return EffectResult.OutOfReach;
        }

        var current = BotMessageNames.Card(BotMessageNames.Board, number);
        var before = BotMessageNames.Card(BotMessageNames.OldBoard, FormattableString.Invariant($"{number}:"));
        var messages = await db.BotMessages.AsNoTracking()
            .Where(message => message.ChannelId == channelId && (message.Name == current || message.Name.StartsWith(before)))
            .ToListAsync(cancellationToken);
        var isRunning = (await db.Boards.FindAsync([number], cancellationToken))?.IsRunning(time.GetUtcNow()) == true;
        var wanted = isRunning ? messages.Find(message => message.Name == current) : null;

        var results = await PinAsync(number, messages, wanted, sending, cancellationToken);
        results.Add(wanted is null
            ? await bookmarks.RemoveAsync(number, BookmarkTitles.Board, cancellationToken)
            : await bookmarks.ShowAsync(
                Effects.Bookmark.To(current, number, BookmarkTitles.Board, ":clipboard:"), cancellationToken));
        return results.Find(result => result != EffectResult.Done) ?? EffectResult.Done;
    }

    /// <summary>Pins the wanted board and unpins the one before. What is pinned is noted, so only changes call Slack.</summary>
    private async Task<List<EffectResult>> PinAsync(
        int number, List<BotMessage> messages, BotMessage? wanted, Sending sending, CancellationToken cancellationToken)
    {
        var name = BotMessageNames.Card(BotMessageNames.PinnedBoard, number);
        var pinned = await db.BotMessages.FindAsync([name], cancellationToken);

        // An earlier attempt, or an earlier release, may have pinned a board without a note.
        var isUnsure = sending.LookFirst || (pinned is null && wanted is null);
        var results = new List<EffectResult>();
        foreach (var message in messages.Where(message => message != wanted && (isUnsure || message.Ts == pinned?.Ts)))
        {
            results.Add(await CallAsync(number, new PinsRemove(message.ChannelId, message.Ts), cancellationToken));
        }

        if (wanted is not null && (isUnsure || wanted.Ts != pinned?.Ts))
        {
            results.Add(await CallAsync(number, new PinsAdd(wanted.ChannelId, wanted.Ts), cancellationToken));
        }

        if (results.TrueForAll(result => result == EffectResult.Done))
        {
            pinned ??= db.BotMessages.Add(new BotMessage { Name = name, ChannelId = "", Ts = "" }).Entity;
            (pinned.ChannelId, pinned.Ts) = (wanted?.ChannelId ?? "", wanted?.Ts ?? "");
        }

        return results;
    }

    /// <summary>A pin that Slack refuses for good, such as one too many, is logged and skipped: the meeting works without it.</summary>
    private async Task<EffectResult> CallAsync(int number, ISlackRequest<SlackDone> request, CancellationToken cancellationToken)
    {
        var response = await slack.SendAsync(request, cancellationToken);
        if (response.Done || response.Kind is not (SlackErrorKind.Other or SlackErrorKind.TargetGone))
        {
            return EffectResult.From(response);
        }

        Log.NotPinned(logger, number, response.Error);
        return EffectResult.Done;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The board of incident {Number} was not pinned or unpinned: {Reason}")]
        public static partial void NotPinned(ILogger logger, int number, string? reason);
    }
}
