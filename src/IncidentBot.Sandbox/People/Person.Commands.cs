using System.Text.Json;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.People;

/// <summary>Slash commands and shortcuts.</summary>
internal sealed partial class Person
{
    /// <summary>The global shortcut of the lightning menu.</summary>
    public Task<Acknowledgement> ShortcutAsync(string callbackId) =>
        workspace.Bot.SendAsync(workspace.Payloads.Shortcut(User, callbackId));

    /// <summary>The entry in a message's own menu.</summary>
    public Task<Acknowledgement> MessageShortcutAsync(string callbackId, Message message) =>
        workspace.Bot.SendAsync(workspace.Payloads.MessageShortcut(User, callbackId, Current(message)));

    private async Task<TypingResult> CommandAsync(Channel channel, string command, string text)
    {
        var escaped = new TypedText(workspace).Escape(text, withNames: true);
        var answer = await workspace.Bot.SendAsync(workspace.Payloads.Command(User, channel, command, escaped));
        var message = answer.Failure switch
        {
            "http_timeout" => FromSlackbot(channel, $"{command} failed with the error \"operation_timeout\""),
            Acknowledgement.SlackIsDown => FromSlackbot(channel, $"{command} failed: {answer.Warning}"),
            "app_uninstalled" => FromSlackbot(channel, $"`{command}` is not a valid command."),
            not null => FromSlackbot(channel, $"{command} failed with the error \"dispatch_failed\""),
            null when answer.Body.Length > 0 => Reply(channel, $"{command} {escaped}".Trim(), answer.Body),
            _ => null,
        };
        return new TypingResult(message, answer);
    }

    /// <summary>The body of the answer is a message: JSON, or plain text for this person alone.</summary>
    private Message? Reply(Channel channel, string typed, string body)
    {
        if (!body.StartsWith('{'))
        {
            return FromBot(channel, body, null, EphemeralTo(null));
        }

        var json = Json.Parse(body);
        if (json.At("blocks") is { } blocks && MessageCheck.Problems(blocks) is { Count: > 0 } problems)
        {
            return FromSlackbot(channel, $"The app answered with blocks that Slack refuses: {problems[0]}");
        }

        var type = json.Text("response_type");
        if (type == "in_channel")
        {
            workspace.Messages.Post(new Message(channel.Id, "", User.Id, typed));
        }

        var text = json.Text("text") ?? "";
        return text.Length == 0 && json.At("blocks") is null ? null : FromBot(channel, text, json.At("blocks"), EphemeralTo(type));
    }

    private string? EphemeralTo(string? responseType) => responseType == "in_channel" ? null : User.Id;

    private Message FromBot(Channel channel, string text, JsonElement? blocks, string? ephemeralTo)
    {
        var bot = workspace.Users.Bot;
        return workspace.Messages.Post(new Message(channel.Id, "", bot.Id, text)
        {
            BotId = bot.BotId,
            AppId = bot.AppId,
            EphemeralTo = ephemeralTo,
            Blocks = blocks is { } given ? BlockNormalization.Normalize(given, () => Ids.Secret()[..5]) : Json.EmptyArray,
        });
    }
}
