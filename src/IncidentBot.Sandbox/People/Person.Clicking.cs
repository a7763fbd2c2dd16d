using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Sandbox.People;

/// <summary>Buttons, selects and pickers in messages, modals and the home tab.</summary>
internal sealed partial class Person
{
    /// <summary>
    /// Presses a button. <paramref name="value"/> or <paramref name="blockId"/> distinguishes buttons with the same action_id.
    /// </summary>
    public async Task<Acknowledgement> ClickAsync(Surface surface, string actionId, string? value = null, string? blockId = null) =>
        await PressAsync(surface, Field(Latest(surface), actionId, blockId, value));

    /// <summary>
    /// Presses a button that the person sees. A press counts even when the message was redrawn a moment ago, as in Slack.
    /// </summary>
    public async Task<Acknowledgement> PressAsync(Surface surface, BlockElement field)
    {
        var action = Action(field);
        foreach (var key in (string[])["text", "value", "url", "style", "icon"])
        {
            if (field.Element.At(key) is { } given)
            {
                action[key] = given.ToNode();
            }
        }

        workspace.Note(DeedKind.Press, field.Element.At("text")?.Text("text") ?? "");
        return await workspace.Bot.SendAsync(workspace.Payloads.BlockAction(User, Latest(surface), action));
    }

    /// <summary>
    /// Chooses in a select, overflow menu, radio group, checkboxes or picker, by option value or label, name of a person or
    /// channel, date, time or unix second. No values clear it. Null when the element waits for the modal's submission.
    /// </summary>
    public Task<Acknowledgement?> SelectAsync(Surface surface, string actionId, params string[] values) =>
        SelectAsync(surface, Field(Latest(surface), actionId, null, null).Key, values);

    /// <summary>The same for one of several elements with that action_id; text fields are typed into this way too.</summary>
    public async Task<Acknowledgement?> SelectAsync(Surface surface, FieldKey key, params string[] values)
    {
        var latest = Latest(surface);
        var field = Field(latest, key.ActionId, key.BlockId, null);
        if (InputShape.Of(field.Type) is not { } shape)
        {
            var chosen = Action(field);
            chosen["selected_option"] = Option(BlockTree.Options(field.Element), values[0]);
            return await workspace.Bot.SendAsync(workspace.Payloads.BlockAction(User, latest, chosen));
        }

        var entry = InputValues.Make(field, shape, await ChosenAsync(latest, field, shape, values));
        return await EnterAsync(latest, field, shape, entry);
    }

    /// <summary>The choices of an external select for what is typed so far.</summary>
    public Task<IReadOnlyList<JsonElement>> SuggestAsync(Surface surface, string actionId, string typed) =>
        SuggestAsync(surface, Field(Latest(surface), actionId, null, null).Key, typed);

    /// <summary>The same for one of several elements with that action_id.</summary>
    public async Task<IReadOnlyList<JsonElement>> SuggestAsync(Surface surface, FieldKey key, string typed)
    {
        var latest = Latest(surface);
        var answer = await workspace.Bot.SendAsync(
            workspace.Payloads.Suggestion(User, latest, Field(latest, key.ActionId, key.BlockId, null), typed));
        if (!answer.Ok || !answer.Body.StartsWith('{'))
        {
            return [];
        }

        IReadOnlyList<JsonElement> options = [.. BlockTree.Options(BlockNormalization.Complete(Json.Parse(answer.Body)))];
        workspace.Suggestions.Remember(User.Id, key, options);
        return options;
    }

    /// <summary>Keeps the value and, where the element is of that kind, tells the app at once.</summary>
    public async Task<Acknowledgement?> EnterAsync(Surface surface, BlockElement field, InputShape shape, JsonElement entry)
    {
        Surface changed = surface is View view
            ? workspace.Views.SetValue(view, field.Key, entry)
            : workspace.Messages.SetValue((Message)surface, field.Key, entry);
        if (!field.Dispatches)
        {
            return null;
        }

        var action = Action(field);
        action[shape.ValueKey] = entry.At(shape.ValueKey)?.ToNode();
        foreach (var key in (string[])["placeholder", shape.InitialKey, "timezone", "min_query_length"])
        {
            if (key.Length > 0 && field.Element.At(key) is { } given)
            {
                action[key] = given.ToNode();
            }
        }

        return await workspace.Bot.SendAsync(workspace.Payloads.BlockAction(User, changed, action));
    }

    private static JsonObject Action(BlockElement field) => new()
    {
        ["type"] = field.Type,
        ["action_id"] = field.ActionId,
        ["block_id"] = field.BlockId,
    };

    private Surface Latest(Surface surface) => surface is View view
        ? workspace.Views.Find(view.Id) ?? throw new InvalidOperationException("The view is closed.")
        : Current((Message)surface);

    private static BlockElement Field(Surface surface, string actionId, string? blockId, string? value) =>
        BlockTree.Elements(surface.Blocks).FirstOrDefault(f => f.ActionId == actionId
            && (blockId is null || f.BlockId == blockId)
            && (value is null || f.Element.Text("value") == value))
        ?? throw new ArgumentException($"There is no element {actionId} here.", nameof(actionId));
}
