using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.People;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Control;

/// <summary>
/// A person's actions as JSON: {"channel","text","thread"} to type, {"in","action","value","block"} to click. "in" is "modal",
/// "home" or {"channel","ts"}. The answer has the app's acknowledgement and, after a submission, the modal that is then open.
/// </summary>
internal sealed class ControlPeople(Workspace workspace)
{
    public async Task<JsonNode> ActAsync(string who, string act, JsonElement body)
    {
        var person = workspace.As(who);
        return act switch
        {
            "type" => Answer(await person.TypeAsync(Place(body), body.RequiredText("text"), body.Text("thread"))),
            "click" =>
                Answer(await person.ClickAsync(Surface(who, body), body.RequiredText("action"), body.Text("value"), body.Text("block"))),
            "select" => Answer(await person.SelectAsync(
                Surface(who, body), body.RequiredText("action"), [.. body.Items("values").Select(v => v.GetString()!)])),
            "fill" => View(await person.FillAsync(Modal(who), [.. Fields(body)])),
            "submit" => View(await person.SubmitAsync(Modal(who))),
            "close" => View(await person.CloseAsync(Modal(who), body.Flag("all"))),
            "shortcut" => Answer(await person.ShortcutAsync(body.RequiredText("callback"))),
            "message-shortcut" => Answer(await person.MessageShortcutAsync(body.RequiredText("callback"), Message(body))),
            "home" => await DoneAsync(person.OpenHomeAsync()),
            "react" => await DoneAsync(person.ReactAsync(Message(body), body.RequiredText("emoji"))),
            "unreact" => await DoneAsync(person.UnreactAsync(Message(body), body.RequiredText("emoji"))),
            "pin" => await DoneAsync(person.PinAsync(Message(body))),
            "unpin" => await DoneAsync(person.UnpinAsync(Message(body))),
            "edit" => await DoneAsync(person.EditAsync(Message(body), body.RequiredText("text"))),
            "delete" => await DoneAsync(person.DeleteAsync(Message(body))),
            "join" => await DoneAsync(person.JoinAsync(Place(body))),
            "leave" => await DoneAsync(person.LeaveAsync(Place(body))),
            "invite" => await DoneAsync(person.InviteAsync(Place(body), body.RequiredText("person"))),
            _ => throw new ArgumentException($"There is no action called {act}.", nameof(act)),
        };
    }

    private static IEnumerable<(string Field, string Value)> Fields(JsonElement body) =>
        body.At("values") is { ValueKind: JsonValueKind.Object } values
            ? values.EnumerateObject().Select(v => (v.Name, v.Value.GetString() ?? ""))
            : throw RequiredFields.Missing("values");

    private static async Task<JsonNode> DoneAsync(Task act)
    {
        await act;
        return new JsonObject { ["ok"] = true };
    }

    private static JsonObject Answer(TypingResult typed)
    {
        var json = Answer(typed.Acknowledgement);
        json["ts"] = typed.Message?.Ts;
        json["text"] = typed.Message?.Text;
        return json;
    }

    private static JsonObject Answer(Acknowledgement? answer) => new()
    {
        ["ok"] = answer?.Ok ?? true,
        ["status"] = answer?.Status,
        ["failure"] = answer?.Failure,
        ["warning"] = answer?.Warning,
    };

    private static JsonObject View(View? view) => new()
    {
        ["ok"] = view?.Banner is null && view?.Errors.IsEmpty != false,
        ["view"] = view?.Id,
        ["title"] = view?.Title,
        ["banner"] = view?.Banner,
    };

    private string Place(JsonElement body)
    {
        var channel = body.RequiredText("channel");
        return channel.StartsWith('@') ? workspace.Channels.DmOf(workspace.As(channel).User.Id).Id : channel;
    }

    private Message Message(JsonElement body) =>
        workspace.Messages.Find(workspace.Channels.Named(Place(body)).Id, body.RequiredText("ts"))
        ?? throw new ArgumentException("There is no such message.", nameof(body));

    private View Modal(string who) => workspace.OpenView(who) ?? throw new InvalidOperationException($"{who} has no modal open.");

    private Surface Surface(string who, JsonElement body) => body.At("in") switch
    {
        { ValueKind: JsonValueKind.Object } message => Message(message),
        { ValueKind: JsonValueKind.String } place when place.GetString() == "modal" => Modal(who),
        { ValueKind: JsonValueKind.String } place when place.GetString() == "home" =>
            workspace.HomeOf(who) ?? throw new InvalidOperationException($"{who} has no home tab yet."),
        _ => throw new ArgumentException("\"in\" must be \"modal\", \"home\" or a message.", nameof(body)),
    };
}
