using IncidentBot.Delivery.Outbox;

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

internal sealed class BookmarkSender(Bookmarks bookmarks) : IEffectSender<Bookmark>
{
    public Task<EffectResult> SendAsync(Bookmark effect, Sending sending, CancellationToken cancellationToken) =>
        bookmarks.ShowAsync(effect, cancellationToken);
}
