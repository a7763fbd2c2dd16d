using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>Pins and reactions.</summary>
internal sealed partial class MarkMethods(Workspace workspace)
{
    private const int PinLimit = 100;

    public IEnumerable<ApiMethod> All =>
    [
        new("pins.add", ["pins:write"], ["channel", "timestamp"], Pin) { TakesJson = true },
        new("pins.remove", ["pins:write"], ["channel", "timestamp"], Unpin) { TakesJson = true },
        new("reactions.add", ["reactions:write"], ["channel", "timestamp", "name"], React) { TakesJson = true },
        new("reactions.remove", ["reactions:write"], ["channel", "timestamp", "name"], Unreact) { TakesJson = true },
        new("reactions.get", ["reactions:read"], ["channel", "timestamp"], Reactions),
    ];

    private JsonObject Pin(ApiContext call)
    {
        var message = Message(call);
        if (message.Pin is not null)
        {
            throw new ApiRefusal("already_pinned");
        }

        if (message.IsTombstone)
        {
            throw new ApiRefusal("not_pinnable");
        }

        if (workspace.Messages.In(message.Channel).Count(m => m.Pin is not null) >= PinLimit)
        {
            throw new ApiRefusal("too_many_pins");
        }

        workspace.Messages.SetPin(message, new Pin(call.Bot.Id, workspace.Now), call.Bot.Id);
        return ApiContext.Ok();
    }

    private JsonObject Unpin(ApiContext call)
    {
        var message = Message(call);
        if (message.Pin is null)
        {
            throw new ApiRefusal("no_pin");
        }

        workspace.Messages.SetPin(message, null, call.Bot.Id);
        return ApiContext.Ok();
    }

    private JsonObject React(ApiContext call)
    {
        var name = call.Arguments.Text("name");
        if (!EmojiName().IsMatch(name))
        {
            throw new ApiRefusal("invalid_name");
        }

        var message = Message(call);
        return workspace.Messages.React(message, name, call.Bot.Id) ? ApiContext.Ok() : throw new ApiRefusal("already_reacted");
    }

    private JsonObject Unreact(ApiContext call)
    {
        var message = Message(call);
        return workspace.Messages.Unreact(message, call.Arguments.Text("name"), call.Bot.Id)
            ? ApiContext.Ok()
            : throw new ApiRefusal("no_reaction");
    }

    private JsonObject Reactions(ApiContext call)
    {
        var channel = call.Channel();
        var message = call.Message(channel, "timestamp");
        return ApiContext.Ok(
            new("type", "message"), new("channel", channel.Id), new("message", message.ToJson(workspace)));
    }

    private static Message Message(ApiContext call) => call.Message(call.OwnChannel(), "timestamp");

    [GeneratedRegex("^[a-z0-9_+'-]+(::skin-tone-[2-6])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmojiName();
}
