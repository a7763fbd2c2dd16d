using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.IncidentLog;

internal sealed partial class BookmarkLogSender(
    IncidentDb db, Bookmarks bookmarks, SlackWorkspace workspace, ILogger<BookmarkLogSender> logger) : IEffectSender<BookmarkLog>
{
    public async Task<EffectResult> SendAsync(BookmarkLog effect, Sending sending, CancellationToken cancellationToken)
    {
        var name = BotMessageNames.Card(BotMessageNames.IncidentLog, effect.ChannelId);
        if (await db.BotMessages.FindAsync([name], cancellationToken) is not { } posted)
        {
            return EffectResult.ParkWith("The message that opens the log was never posted.");
        }

        var wanted = new BookmarksAdd(effect.ChannelId, BookmarkTitles.Log, workspace.Permalink(posted.ChannelId, posted.Ts))
        {
            Emoji = ":books:",
        };
        var result = await bookmarks.ShowAsync(effect.ChannelId, wanted, cancellationToken);
        if (result is EffectResult.Answered { Response: { Kind: SlackErrorKind.Other or SlackErrorKind.TargetGone } refused })
        {
            // The message works without a bookmark, such as where only some people may add one.
            Log.NotBookmarked(logger, refused.Error);
            return EffectResult.Done;
        }

        return result;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The incident log was not bookmarked: {Reason}")]
        public static partial void NotBookmarked(ILogger logger, string? reason);
    }
}
