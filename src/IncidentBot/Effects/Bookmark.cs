using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Effects;

/// <summary>Adds or updates a bookmark in the incident's channel, which leads to one of the bot's messages or to an address.</summary>
/// <param name="IncidentNumber">Whose channel.</param>
/// <param name="Title">The title; one bookmark for each title.</param>
/// <param name="Link">Where it leads; null when it leads to <see cref="Message"/>.</param>
/// <param name="Emoji">Shown before the title, ":name:".</param>
[Effect("bookmark")]
internal sealed record Bookmark(int IncidentNumber, string Title, string? Link, string Emoji) : IEffect
{
    /// <summary>The name of the posted message that it leads to; its address is known only once it is posted.</summary>
    public string? Message { get; init; }

    /// <summary>A bookmark that leads to one of the bot's messages.</summary>
    public static Bookmark To(string message, int incidentNumber, string title, string emoji) =>
        new(incidentNumber, title, null, emoji) { Message = message };
}

/// <summary>
/// Adding is not idempotent in Slack, so the list is read first and an existing one is changed in place. A borrowed channel
/// keeps its own bookmarks.
/// </summary>
internal sealed class BookmarkSender(IncidentDb db, ISlackApi slack, SlackWorkspace workspace) : IEffectSender<Bookmark>
{
    public async Task<EffectResult> SendAsync(Bookmark effect, Sending sending, CancellationToken cancellationToken)
    {
        var (channel, otherwise) = await db.OwnChannelAsync(effect.IncidentNumber, cancellationToken);
        if (channel?.ChannelId is not { } channelId)
        {
            return otherwise;
        }

        if (await LinkAsync(effect, cancellationToken) is not { } link)
        {
            return EffectResult.Park("The message to bookmark was never posted.");
        }

        return await ShowAsync(effect, channelId, link, cancellationToken);
    }

    private async Task<EffectResult> ShowAsync(Bookmark effect, string channelId, string link, CancellationToken cancellationToken)
    {
        var list = await slack.SendAsync(new BookmarksList(channelId), cancellationToken);
        if (!list.Ok)
        {
            return EffectResult.From(list);
        }

        if (list.Value.Bookmarks.FirstOrDefault(bookmark => bookmark.Title == effect.Title) is not { } known)
        {
            var added = await slack.SendAsync(
                new BookmarksAdd(channelId, effect.Title, link) { Emoji = effect.Emoji }, cancellationToken);
            return EffectResult.From(added);
        }

        if (known.Link == link)
        {
            return EffectResult.Done;
        }

        var edited = await slack.SendAsync(
            new BookmarksEdit(channelId, known.Id) { Title = effect.Title, Link = link }, cancellationToken);
        return EffectResult.From(edited);
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
