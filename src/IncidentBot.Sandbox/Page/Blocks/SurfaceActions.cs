using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.Page.Chat;
using IncidentBot.Sandbox.People;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Page.Blocks;

/// <summary>What a person does with the elements of one message, modal or home tab.</summary>
internal sealed class SurfaceActions(PageState page, Workspace workspace, Surface surface)
{
    public Surface Surface => surface;

    /// <summary>
    /// The newest chosen or typed value in the form of state.values. A field redraws itself after each letter, before the
    /// surface around it is redrawn.
    /// </summary>
    public JsonElement? Value(BlockElement field) =>
        InputShape.Of(field.Type) is { } shape && (Find() ?? surface).Values.TryGetValue(field.Key, out var entry)
            ? entry.At(shape.ValueKey)
            : null;

    public string? ErrorOf(string blockId) => surface is View view ? view.Errors.GetValueOrDefault(blockId) : null;

    public Task ClickAsync(BlockElement field) => DoAsync(field, async person => await person.PressAsync(surface, field));

    public Task ChooseAsync(BlockElement field, JsonNode? value) => DoAsync(field, async person =>
    {
        var shape = InputShape.Of(field.Type)!;
        return await person.EnterAsync(Latest(), field, shape, InputValues.Make(field, shape, value));
    });

    /// <summary>An overflow menu keeps no value: its choice is sent and not stored.</summary>
    public Task PickAsync(BlockElement field, JsonElement option) => DoAsync(field, async person =>
    {
        var action = new JsonObject
        {
            ["type"] = field.Type,
            ["action_id"] = field.ActionId,
            ["block_id"] = field.BlockId,
            ["selected_option"] = option.ToNode(),
        };
        return await workspace.Bot.SendAsync(workspace.Payloads.BlockAction(person.User, Latest(), action));
    });

    /// <summary>Stores typed text without sending it to the app.</summary>
    public void Type(BlockElement field, string text) => page.Try(() =>
    {
        var entry = InputValues.Make(field, InputShape.Of(field.Type)!, text.Length == 0 ? null : text);
        _ = Latest() is View view
            ? (Surface)workspace.Views.SetValue(view, field.Key, entry)
            : workspace.Messages.SetValue((Message)Latest(), field.Key, entry);
    });

    public Task<IReadOnlyList<JsonElement>> SuggestAsync(BlockElement field, string typed) =>
        page.Person.SuggestAsync(surface, field.Key, typed);

    private Surface Latest() =>
        Find() ?? throw new InvalidOperationException(surface is Message ? "This message was deleted." : "This view is closed.");

    private Surface? Find() => surface is Message message
        ? workspace.Messages.Find(message.Channel, message.Ts)
        : workspace.Views.Find(((View)surface).Id);

    /// <summary>Acts at once, or after the confirmation that the app asks for.</summary>
    private Task DoAsync(BlockElement field, Func<Person, Task<Acknowledgement?>> act)
    {
        if (field.Element.At("confirm") is not { } confirm)
        {
            return page.TryAsync(async person => Report(await act(person)));
        }

        page.Ask(new Question(confirm, () => page.TryAsync(async person => Report(await act(person)))));
        return Task.CompletedTask;
    }

    private void Report(Acknowledgement? answer)
    {
        if (answer?.Warning is { } warning)
        {
            page.ShowNotice($"⚠ {warning}");
        }
    }
}
