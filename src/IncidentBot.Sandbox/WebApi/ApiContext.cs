using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>A call in progress: its arguments, and the checks that many methods share, in Slack's order.</summary>
internal sealed class ApiContext(Workspace workspace, ApiArguments arguments, string? token)
{
    public Workspace Workspace => workspace;

    public ApiArguments Arguments => arguments;

    public string? Token => token;

    public User Bot { get; } = workspace.Users.Bot;

    /// <summary>A channel that the bot can see: any public one, and private ones of which it is a member.</summary>
    public Channel Channel(string argument = "channel")
    {
        var channel = workspace.Channels.All.FirstOrDefault(c => c.Id == arguments.Text(argument));
        return channel is null || (channel.IsPrivate && !channel.Members.Contains(Bot.Id))
            ? throw new ApiRefusal("channel_not_found")
            : channel;
    }

    /// <summary>
    /// A channel to write to. is_archived is checked before not_in_channel: archiving removes bots, so in the other order no bot
    /// would ever see is_archived.
    /// </summary>
    public Channel OwnChannel(string argument = "channel", string archived = "is_archived")
    {
        var channel = Channel(argument);
        return channel.IsArchived ? throw new ApiRefusal(archived)
            : channel.Members.Contains(Bot.Id) ? channel
            : throw new ApiRefusal("not_in_channel");
    }

    public Message Message(Channel channel, string argument, string error = "message_not_found") =>
        workspace.Messages.Find(channel.Id, arguments.Text(argument)) is { IsEphemeral: false } message
            ? message
            : throw new ApiRefusal(error);

    public User User(string argument, string error = "user_not_found") =>
        workspace.Users.ById(arguments.Text(argument)) ?? throw new ApiRefusal(error);

    /// <summary>One page of a list, with next_cursor "" on the last.</summary>
    public (IReadOnlyList<T> Page, JsonObject Metadata) Page<T>(IReadOnlyList<T> all, int fallback, int most)
    {
        var limit = arguments.Number("limit", fallback);
        limit = Math.Clamp(limit <= 0 ? fallback : limit, 1, most);
        var start = 0;
        if (arguments.Has("cursor"))
        {
            Span<byte> bytes = stackalloc byte[64];
            if (!Convert.TryFromBase64String(arguments.Text("cursor"), bytes, out var written)
                || !int.TryParse(bytes[..written], NumberStyles.None, CultureInfo.InvariantCulture, out start))
            {
                throw new ApiRefusal("invalid_cursor");
            }
        }

        var end = start + limit;
        var next = end < all.Count ? Convert.ToBase64String(Encoding.ASCII.GetBytes(end.ToString(CultureInfo.InvariantCulture))) : "";
        return ([.. all.Skip(start).Take(limit)], new JsonObject { ["next_cursor"] = next });
    }

    public static JsonObject Ok(params IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        var json = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in members)
        {
            json[name] = value;
        }

        return json;
    }
}
