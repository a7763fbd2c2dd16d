using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Effects;

/// <summary>
/// The bookmarks in an incident's own channel; a borrowed channel keeps its own. Adding is not idempotent in Slack, so the list is read
/// first and an existing bookmark is changed in place.
/// </summary>
internal sealed class Bookmarks(IncidentDb db, ISlackApi slack, SlackWorkspace workspace)
{
    public async Task<EffectResult> ShowAsync(Bookmark effect, CancellationToken cancellationToken)
    {
        var (channel, otherwise) = await db.OwnChannelAsync(effect.IncidentNumber, cancellationToken);
        if (channel?.ChannelId is not { } channelId)
        {
            return otherwise;
        }

        if (await LinkAsync(effect, cancellationToken) is not { } link)
        {
            return EffectResult.ParkWith("The message to bookmark was never posted.");
        }

        return await ShowAsync(channelId, new BookmarksAdd(channelId, effect.Title, link) { Emoji = effect.Emoji }, cancellationToken);
    }

    /// <summary>Adds a bookmark to any channel, or changes the one with this title.</summary>
    public async Task<EffectResult> ShowAsync(string channelId, BookmarksAdd wanted, CancellationToken cancellationToken) =>
        await FindAsync(channelId, wanted.Title, cancellationToken) switch
        {
            { Failed: { } failed } => failed,
            { Known: null } => EffectResult.From(await slack.SendAsync(wanted, cancellationToken)),
            { Known: { } known } when known.Link == wanted.Link => EffectResult.Done,
            { Known: { } known } => EffectResult.From(await slack.SendAsync(
                new BookmarksEdit(channelId, known.Id) { Title = wanted.Title, Link = wanted.Link }, cancellationToken)),
        };

    /// <summary>Removes the bookmark with this title, if it is there.</summary>
    public async Task<EffectResult> RemoveAsync(int incidentNumber, string title, CancellationToken cancellationToken)
    {
        var (channel, otherwise) = await db.OwnChannelAsync(incidentNumber, cancellationToken);
        if (channel?.ChannelId is not { } channelId)
        {
            return otherwise;
        }

        var (known, failed) = await FindAsync(channelId, title, cancellationToken);
        if (known is null)
        {
            return failed ?? EffectResult.Done;
        }

        var removed = await slack.SendAsync(new BookmarksRemove(channelId, known.Id), cancellationToken);
        return removed.Error is "bookmark_not_found" ? EffectResult.Done : EffectResult.From(removed);
    }

    private async Task<(IncidentBot.Slack.WebApi.Bookmark? Known, EffectResult? Failed)> FindAsync(
        string channelId, string title, CancellationToken cancellationToken)
    {
        var list = await slack.SendAsync(new BookmarksList(channelId), cancellationToken);
        return list.Ok
            ? (list.Value.Bookmarks.FirstOrDefault(bookmark => bookmark.Title == title), null)
            : (null, EffectResult.From(list));
    }

    private async Task<string?> LinkAsync(Bookmark effect, CancellationToken cancellationToken)
    {
        if (effect.Message is not { } name)
        {
            return effect.Link;
        }

        var posted = await db.BotMessages.FindAsync([name], cancellationToken);
        return posted is null ? null : workspace.Permalink(posted.ChannelId, posted.Ts);
    }
}
