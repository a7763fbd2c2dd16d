using System.Web;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>Finds places by their name in the browser's address and by links in messages.</summary>
internal sealed class Places(Workspace workspace)
{
    public static bool IsOpenTo(string user, Channel channel) => (!channel.IsDm && !channel.IsPrivate) || channel.Members.Contains(user);

    /// <summary>
    /// "home", "messages" or a channel. Without a place of that name it is where the tour begins, or else #incidents.
    /// </summary>
    public Place Named(string user, string? name) => name switch
    {
        "home" => Place.Home,
        "messages" => new Place(workspace.Channels.DmOf(user).Id),
        _ when workspace.Channels.Find(name ?? "") is { } channel && IsOpenTo(user, channel) => new Place(channel.Id),
        _ => new Place(workspace.Channels.Find(workspace.Tour is null ? "incidents" : "general")?.Id),
    };

    /// <summary>"1700000000.123456" of "p1700000000123456".</summary>
    private static string? Ts(string? segment) =>
        segment?.Trim('/') is ['p', .. { Length: > 6 } digits] ? digits.Insert(digits.Length - 6, ".") : null;

    /// <summary>Permalinks and app links lead to a place on this page; null for other links.</summary>
    public Place? OfLink(string url)
    {
        if (url.StartsWith("slack://app", StringComparison.Ordinal))
        {
            return Place.Home;
        }

        if (!url.StartsWith(workspace.Team.Url + "archives/", StringComparison.Ordinal))
        {
            return null;
        }

        var uri = new Uri(url);
        var thread = HttpUtility.ParseQueryString(uri.Query)["thread_ts"];
        return uri.Segments.Length > 2 && workspace.Channels.Find(uri.Segments[2].Trim('/')) is { } channel
            ? new Place(channel.Id, thread) { Message = Ts(uri.Segments.ElementAtOrDefault(3)) }
            : null;
    }
}
