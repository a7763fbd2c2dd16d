using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Outbox.Effects;

/// <summary>The incident's channel has a bookmark with this title, which leads to a message of ours or to an address.</summary>
/// <param name="IncidentNumber">Whose channel.</param>
/// <param name="Title">What it is called; one bookmark a title.</param>
/// <param name="Link">Where it leads.</param>
/// <param name="Emoji">Shown before the title, ":name:".</param>
internal sealed record Bookmark(int IncidentNumber, string Title, string Link, string Emoji) : IEffect;

/// <summary>Adding is not idempotent at Slack's, so the list is asked first and an existing one is changed in place.</summary>
internal sealed class BookmarkSender(IncidentDb db, ISlackApi slack) : IEffectSender<Bookmark>
{
    public async Task<EffectResult> SendAsync(Bookmark effect, Sending sending, CancellationToken cancellationToken)
    {
        if ((await db.Channels.FindAsync([effect.IncidentNumber], cancellationToken))?.ChannelId is not { } channelId)
        {
            return EffectResult.Park("There is no channel for the bookmark.");
        }

        var list = await slack.SendAsync(new BookmarksList(channelId), cancellationToken);
        if (!list.Ok)
        {
            return EffectResult.From(list);
        }

        if (list.Value.Bookmarks.FirstOrDefault(bookmark => bookmark.Title == effect.Title) is not { } known)
        {
            var added = await slack.SendAsync(
                new BookmarksAdd(channelId, effect.Title, effect.Link) { Emoji = effect.Emoji }, cancellationToken);
            return EffectResult.From(added);
        }

        if (known.Link == effect.Link)
        {
            return EffectResult.Done;
        }

        var edited = await slack.SendAsync(
            new BookmarksEdit(channelId, known.Id) { Title = effect.Title, Link = effect.Link }, cancellationToken);
        return EffectResult.From(edited);
    }
}
