using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>Channels: create, rename, set topic, archive.</summary>
internal sealed partial class ConversationMethods(Workspace workspace)
{
    private const int TopicLimit = 250;
    private const int NameLimit = 80;
    private static readonly TimeSpan Race = TimeSpan.FromSeconds(2);

    private static readonly string[] Manage = ["channels:manage", "groups:write"];
    private static readonly string[] Topic = ["channels:write.topic", "groups:write.topic", .. Manage];

    public IEnumerable<ApiMethod> All =>
    [
        new("conversations.create", Manage, [], Create) { TakesJson = true },
        new("conversations.rename", Manage, ["channel", "name"], Rename) { TakesJson = true },
        new("conversations.setTopic", Topic, ["channel", "topic"], SetTopic) { TakesJson = true },
        new("conversations.archive", Manage, ["channel"], Archive) { TakesJson = true },
    ];

    private JsonObject Create(ApiContext call)
    {
        var name = ValidName(call.Arguments.Text("name"), mayRace: true);
        return Answer(workspace.Channels.Create(name, call.Arguments.Flag("is_private"), call.Bot.Id));
    }

    private JsonObject Rename(ApiContext call)
    {
        var channel = call.OwnChannel();
        if (channel.Creator != call.Bot.Id)
        {
            throw new ApiRefusal("not_authorized");
        }

        var name = ValidName(call.Arguments.Text("name"));
        return Answer(workspace.Channels.Rename(channel.Id, name, call.Bot.Id));
    }

    private JsonObject SetTopic(ApiContext call)
    {
        var channel = call.OwnChannel();
        var topic = call.Arguments.Text("topic");
        return topic.Length > TopicLimit
            ? throw new ApiRefusal("too_long")
            : Answer(workspace.Channels.SetTopic(channel.Id, topic, call.Bot.Id));
    }

    private JsonObject Archive(ApiContext call)
    {
        var channel = call.OwnChannel(archived: "already_archived");
        if (channel.IsDm)
        {
            throw new ApiRefusal("method_not_supported_for_channel_type");
        }

        if (channel.IsGeneral)
        {
            throw new ApiRefusal("cant_archive_general");
        }

        workspace.Channels.Archive(channel.Id, call.Bot.Id);
        return ApiContext.Ok();
    }

    private string ValidName(string name, bool mayRace = false) =>
        name.Length == 0 ? throw new ApiRefusal("invalid_name_required")
        : name.Length > NameLimit ? throw new ApiRefusal("invalid_name_maxlength")
        : !name.Any(char.IsLetterOrDigit) ? throw new ApiRefusal("invalid_name_punctuation")
        : !Allowed().IsMatch(name) ? throw new ApiRefusal("invalid_name_specials")
        : workspace.Channels.IsTaken(name) && !(mayRace && IsJustMade(name)) ? throw new ApiRefusal("name_taken")
        : name;

    /// <summary>Slack has been seen to accept two simultaneous requests for the same name.</summary>
    private bool IsJustMade(string name) => workspace.Failures.AreCreatesRacing
        && workspace.Channels.All.Any(c => c.Name == name && workspace.Now - c.Created <= Race);

    private JsonObject Answer(Channel channel) => ApiContext.Ok(new KeyValuePair<string, JsonNode?>("channel", channel.ToJson(workspace)));

    /// <summary>Lower case (or letters without case), digits, hyphen and underscore.</summary>
    [GeneratedRegex(@"^[\p{Ll}\p{Lo}\p{Nd}_-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
