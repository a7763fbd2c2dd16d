using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>Reading channels and their messages.</summary>
internal sealed partial class HistoryMethods(Workspace workspace)
{
    private static readonly string[] Read = ["channels:read", "groups:read", "im:read"];
    private static readonly string[] History = ["channels:history", "groups:history", "im:history"];

    public IEnumerable<ApiMethod> All =>
    [
        new("conversations.info", Read, ["channel"], Info),
        new("conversations.list", Read, [], List),
        new("conversations.history", History, ["channel"], ReadHistory) { TakesJson = true },
        new("conversations.replies", History, ["channel", "ts"], Replies),
        new("users.conversations", Read, [], OfUser),
    ];

    private JsonObject Info(ApiContext call) => ApiContext.Ok(new KeyValuePair<string, JsonNode?>(
        "channel", call.Channel().ToJson(workspace, call.Arguments.Flag("include_num_members"))));

    private JsonObject List(ApiContext call) => Channels(call, c => !c.IsPrivate || c.Members.Contains(call.Bot.Id));

    private JsonObject OfUser(ApiContext call)
    {
        var user = call.Arguments.Has("user") ? call.User("user").Id : call.Bot.Id;
        return Channels(call, c => c.Members.Contains(user) && (!c.IsPrivate || c.Members.Contains(call.Bot.Id)));
    }

    private JsonObject Channels(ApiContext call, Func<Channel, bool> visible)
    {
        var types = call.Arguments.Has("types") ? call.Arguments.List("types") : ["public_channel"];
        var found = workspace.Channels.All.Where(c => visible(c)
            && types.Contains(c.IsDm ? "im" : c.IsPrivate ? "private_channel" : "public_channel")
            && !(c.IsArchived && call.Arguments.Flag("exclude_archived"))).ToList();
        var (page, metadata) = call.Page(found, 100, 1000);
        return ApiContext.Ok(
            new("channels", new JsonArray([.. page.Select(c => c.ToJson(workspace))])), new("response_metadata", metadata));
    }

    /// <summary>Newest first, without the replies of threads that were not sent to the channel too.</summary>
    private JsonObject ReadHistory(ApiContext call)
    {
        var channel = MemberChannel(call);
        var found = InRange(call, workspace.Messages.In(channel.Id).Where(m => !m.IsEphemeral && (!m.IsReply || m.IsBroadcast)));
        found.Reverse();
        var answer = Messages(call, found, 100, 999);
        answer["pin_count"] = workspace.Messages.In(channel.Id).Count(m => m.Pin is not null);
        answer["channel_actions_ts"] = null;
        answer["channel_actions_count"] = 0;
        return answer;
    }

    /// <summary>Oldest first with the thread's first message; the ts of a reply gives that reply alone.</summary>
    private JsonObject Replies(ApiContext call)
    {
        var channel = MemberChannel(call);
        var message = call.Message(channel, "ts", "thread_not_found");
        IEnumerable<Message> thread = message.IsReply ? [message] : workspace.Messages.Thread(channel.Id, message.Ts);
        return Messages(call, InRange(call, thread), 1000, 1000);
    }

    private static Channel MemberChannel(ApiContext call)
    {
        var channel = call.Channel();
        return channel.Members.Contains(call.Bot.Id) ? channel : throw new ApiRefusal("not_in_channel");
    }

    private JsonObject Messages(ApiContext call, List<Message> found, int fallback, int most)
    {
        var (page, metadata) = call.Page(found, fallback, most);
        var allMetadata = call.Arguments.Flag("include_all_metadata");
        return ApiContext.Ok(
            new("messages", new JsonArray([.. page.Select(m => m.ToJson(workspace, allMetadata))])),
            new("has_more", (string?)metadata["next_cursor"] != ""),
            new("response_metadata", metadata));
    }

    private static List<Message> InRange(ApiContext call, IEnumerable<Message> messages)
    {
        var oldest = Bound(call, "oldest", "invalid_ts_oldest");
        var latest = Bound(call, "latest", "invalid_ts_latest");
        var inclusive = call.Arguments.Flag("inclusive");
        return
        [
            .. messages.Where(m =>
                (oldest is null || Compare(m.Ts, oldest) > 0 || (inclusive && m.Ts == oldest))
                && (latest is null || Compare(m.Ts, latest) < 0 || (inclusive && m.Ts == latest))),
        ];
    }

    private static string? Bound(ApiContext call, string argument, string error)
    {
        var ts = call.Arguments.Text(argument);
        return ts is "" or "0" ? null
            : !Timestamp().IsMatch(ts) ? throw new ApiRefusal(error)
            : ts.Contains('.', StringComparison.Ordinal) ? ts
            : ts + ".000000";
    }

    /// <summary>Seconds of one length compare as text; six digits follow the dot.</summary>
    private static int Compare(string left, string right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);

    [GeneratedRegex(@"^\d+(\.\d{1,6})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Timestamp();
}
