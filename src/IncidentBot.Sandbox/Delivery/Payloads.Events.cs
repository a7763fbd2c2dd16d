using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Delivery;

/// <summary>The envelope around every event.</summary>
internal sealed partial class Payloads
{
    public BotRequest Event(string name, JsonObject json) =>
        new("slack/events", "event", name, "application/json", Encoding.UTF8.GetBytes(Json.ToText(Envelope(json))));

    private JsonObject Envelope(JsonObject json) => new()
    {
        ["token"] = VerificationToken,
        ["team_id"] = ActorOf(json)?.TeamId ?? workspace.Team.Id,
        ["context_team_id"] = workspace.Team.Id,
        ["context_enterprise_id"] = null,
        ["api_app_id"] = workspace.AppId,
        ["event"] = json,
        ["type"] = "event_callback",
        ["event_id"] = workspace.Ids.Next("Ev"),
        ["event_time"] = workspace.Now.ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = workspace.Team.Id,
            ["user_id"] = workspace.Users.Bot.Id,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
        ["is_ext_shared_channel"] = ChannelOf(json)?.SharedWith is not null,
        ["event_context"] = "4-" + workspace.Ids.NextNumber(),
    };

    /// <summary>Slack Connect: the outer team_id is the one of whoever acted; the app's own is in the authorizations.</summary>
    private User? ActorOf(JsonObject json) =>
        (json["user"] ?? json["message"]?["user"] ?? json["previous_message"]?["user"]) is JsonValue id
            ? workspace.Users.ById((string)id!)
            : null;

    private Channel? ChannelOf(JsonObject json) =>
        (json["channel"] ?? json["channel_id"] ?? json["item"]?["channel"]) is JsonValue id ? workspace.Channels.ById((string)id!) : null;
}
