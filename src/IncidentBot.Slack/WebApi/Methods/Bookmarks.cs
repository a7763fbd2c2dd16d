namespace IncidentBot.Slack.WebApi;

/// <summary>bookmarks.add: adds a link to the top of a channel; twice makes two.</summary>
/// <param name="ChannelId">The channel id.</param>
/// <param name="Title">The title, at most 256 characters.</param>
/// <param name="Link">Where it leads.</param>
public sealed record BookmarksAdd(string ChannelId, string Title, string Link) : ISlackRequest<BookmarkResponse>
{
    /// <inheritdoc/>
    public string Method => "bookmarks.add";

    /// <summary>Always "link".</summary>
    public string Type { get; } = "link";

    /// <summary>An emoji before the title, ":name:".</summary>
    public string? Emoji { get; init; }
}

/// <summary>bookmarks.edit: changes a bookmark.</summary>
/// <param name="ChannelId">The channel id.</param>
/// <param name="BookmarkId">The bookmark.</param>
public sealed record BookmarksEdit(string ChannelId, string BookmarkId) : ISlackRequest<BookmarkResponse>
{
    /// <inheritdoc/>
    public string Method => "bookmarks.edit";

    /// <summary>The new title.</summary>
    public string? Title { get; init; }

    /// <summary>The new address.</summary>
    public string? Link { get; init; }

    /// <summary>The new emoji.</summary>
    public string? Emoji { get; init; }
}

/// <summary>bookmarks.remove: removes a bookmark.</summary>
/// <param name="ChannelId">The channel id.</param>
/// <param name="BookmarkId">The bookmark.</param>
public sealed record BookmarksRemove(string ChannelId, string BookmarkId) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "bookmarks.remove";
}

/// <summary>bookmarks.list: the bookmarks of a channel.</summary>
/// <param name="ChannelId">The channel id.</param>
public sealed record BookmarksList(string ChannelId) : ISlackRequest<BookmarksResponse>
{
    /// <inheritdoc/>
    public string Method => "bookmarks.list";
}

/// <summary>One bookmark.</summary>
public sealed record BookmarkResponse
{
    /// <summary>The bookmark.</summary>
    public Bookmark Bookmark { get; init; } = new();
}

/// <summary>The bookmarks of a channel.</summary>
public sealed record BookmarksResponse
{
    /// <summary>The bookmarks.</summary>
    public IReadOnlyList<Bookmark> Bookmarks { get; init; } = [];
}

/// <summary>A link at the top of a channel.</summary>
public sealed record Bookmark
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>What is shown.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it leads.</summary>
    public string Link { get; init; } = "";
}
