using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.Control;

/// <summary>The workspace as JSON, for tests in another process.</summary>
internal sealed class ControlState(Workspace workspace)
{
    public JsonObject Overview() => new()
    {
        ["now"] = workspace.Now,
        ["pending"] = workspace.PendingDeliveries,
        ["next_delivery"] = workspace.NextDelivery,
        ["people"] = new JsonArray([.. workspace.Users.All.Select(u => new JsonObject
        {
            ["id"] = u.Id,
            ["name"] = u.Name,
            ["real_name"] = u.RealName,
            ["is_bot"] = u.IsBot,
            ["is_deactivated"] = u.IsDeactivated,
        })]),
        ["channels"] = new JsonArray([.. workspace.Channels.All.Select(c => new JsonObject
        {
            ["id"] = c.Id,
            ["name"] = c.Name,
            ["dm_of"] = c.DmUser,
            ["is_private"] = c.IsPrivate,
            ["is_archived"] = c.IsArchived,
            ["topic"] = c.Topic.Value,
            ["members"] = Json.ToArray(c.Members),
            ["bookmarks"] = Json.ToArray(workspace.Bookmarks.In(c.Id).Select(b => b.Title)),
        })]),
    };

    /// <summary>
    /// Messages, oldest first. <paramref name="seenBy"/> adds the ephemeral messages of that person. The channel "@maya" is the
    /// bot's conversation with maya.
    /// </summary>
    public JsonArray Messages(string channel, string? seenBy)
    {
        var id = channel.StartsWith('@') ? workspace.Channels.DmOf(workspace.As(channel).User.Id).Id : channel;
        var messages = seenBy is null ? workspace.MessagesIn(id) : workspace.SeenBy(seenBy, id);
        return new JsonArray([.. messages.Select(Shown)]);
    }

    public JsonObject Modal(string person) => Shown(workspace.OpenView(person));

    public JsonObject Home(string person) => Shown(workspace.HomeOf(person));

    public JsonArray Calls(string? method) =>
        new([.. workspace.Calls.Api.Where(c => method is null || c.Method == method).Select(c => new JsonObject
    {
        ["at"] = c.At,
        ["method"] = c.Method,
        ["arguments"] = c.Arguments,
        ["status"] = c.Status,
        ["answer"] = c.Answer,
    })]);

    public JsonArray Deliveries() => new([.. workspace.Calls.Deliveries.Select(d => new JsonObject
    {
        ["at"] = d.At,
        ["kind"] = d.Kind,
        ["name"] = d.Name,
        ["attempt"] = d.Attempt,
        ["status"] = d.Status,
        ["failure"] = d.Failure,
        ["milliseconds"] = d.Took.TotalMilliseconds,
    })]);

    /// <summary>The message in Slack's JSON, with its plain text added.</summary>
    private JsonNode Shown(Message message)
    {
        var json = message.ToJson(workspace);
        json["channel"] = message.Channel;
        json["ephemeral_to"] = message.EphemeralTo;
        json["plain"] = workspace.PlainText(message);
        return json;
    }

    private JsonObject Shown(View? view)
    {
        if (view is null)
        {
            return new JsonObject { ["view"] = null };
        }

        var errors = new JsonObject();
        foreach (var (block, error) in view.Errors)
        {
            errors[block] = error;
        }

        return new JsonObject
        {
            ["view"] = view.ToJson(workspace),
            ["plain"] = workspace.PlainText(view),
            ["errors"] = errors,
            ["banner"] = view.Banner,
        };
    }
}
