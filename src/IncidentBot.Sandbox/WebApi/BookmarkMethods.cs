using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.WebApi;

internal sealed class BookmarkMethods(Workspace workspace)
{
    private const int TitleLimit = 256;
    private const int LinkLimit = 2048;
    private const int ChannelLimit = 100;

    public IEnumerable<ApiMethod> All =>
    [
        new("bookmarks.add", ["bookmarks:write"], ["channel_id", "title", "type"], Add) { TakesJson = true },
        new("bookmarks.edit", ["bookmarks:write"], ["channel_id", "bookmark_id"], Edit) { TakesJson = true },
        new("bookmarks.remove", ["bookmarks:write"], ["channel_id", "bookmark_id"], Remove) { TakesJson = true },
        new("bookmarks.list", ["bookmarks:read"], ["channel_id"], List) { TakesJson = true },
    ];

    private JsonObject Add(ApiContext call)
    {
        var channel = call.OwnChannel("channel_id");
        if (call.Arguments.Text("type") != "link")
        {
            throw new ApiRefusal("invalid_bookmark_type");
        }

        if (workspace.Bookmarks.In(channel.Id).Count >= ChannelLimit)
        {
            throw new ApiRefusal("too_many_bookmarks");
        }

        var bookmark = new Bookmark(
            workspace.Ids.Next("Bk"), channel.Id, Title(call, ""), Link(call, null), Emoji(call, null), workspace.Now);
        workspace.Bookmarks.Add(bookmark);
        return Answer(bookmark);
    }

    private JsonObject Edit(ApiContext call)
    {
        var bookmark = Existing(call);
        bookmark = bookmark with
        {
            Title = Title(call, bookmark.Title),
            Link = Link(call, bookmark.Link),
            Emoji = Emoji(call, bookmark.Emoji),
            Updated = workspace.Now,
        };
        workspace.Bookmarks.Replace(bookmark);
        return Answer(bookmark);
    }

    private JsonObject Remove(ApiContext call)
    {
        workspace.Bookmarks.Remove(Existing(call));
        return ApiContext.Ok();
    }

    private JsonObject List(ApiContext call)
    {
        var channel = call.OwnChannel("channel_id");
        return ApiContext.Ok(new KeyValuePair<string, JsonNode?>(
            "bookmarks", new JsonArray([.. workspace.Bookmarks.In(channel.Id).Select(ToJson)])));
    }

    private Bookmark Existing(ApiContext call)
    {
        var channel = call.OwnChannel("channel_id");
        return workspace.Bookmarks.Find(call.Arguments.Text("bookmark_id")) is { } bookmark && bookmark.Channel == channel.Id
            ? bookmark
            : throw new ApiRefusal("not_found");
    }

    private static string Title(ApiContext call, string before) => !call.Arguments.Has("title") ? before
        : call.Arguments.Text("title").Length > TitleLimit ? throw ApiRefusal.InvalidArguments(
            $"must be less than {TitleLimit + 1} characters [json-pointer:/title]")
        : call.Arguments.Text("title");

    private static string? Link(ApiContext call, string? before) => !call.Arguments.Has("link") && before is not null ? before
        : call.Arguments.Text("link") is { Length: <= LinkLimit } link && Uri.TryCreate(link, UriKind.Absolute, out _) ? link
        : throw new ApiRefusal("invalid_link");

    private static string? Emoji(ApiContext call, string? before) => !call.Arguments.Has("emoji") ? before
        : call.Arguments.Text("emoji") is [':', _, .., ':'] emoji ? emoji
        : throw new ApiRefusal("invalid_emoji");

    private JsonObject Answer(Bookmark bookmark) => ApiContext.Ok(new KeyValuePair<string, JsonNode?>("bookmark", ToJson(bookmark)));

    private JsonObject ToJson(Bookmark bookmark) => new()
    {
        ["id"] = bookmark.Id,
        ["channel_id"] = bookmark.Channel,
        ["title"] = bookmark.Title,
        ["link"] = bookmark.Link,
        ["emoji"] = bookmark.Emoji,
        ["icon_url"] = null,
        ["type"] = "link",
        ["entity_id"] = null,
        ["date_created"] = bookmark.Created.ToUnixTimeSeconds(),
        ["date_updated"] = bookmark.Updated?.ToUnixTimeSeconds() ?? 0,
        ["rank"] = "g",
        ["last_updated_by_user_id"] = workspace.Users.Bot.Id,
        ["last_updated_by_team_id"] = workspace.Team.Id,
        ["shortcut_id"] = null,
        ["app_id"] = null,
    };
}
