using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>How each stateful element writes its value in state.values and in actions.</summary>
internal sealed record InputShape(string ValueKey, string InitialKey, bool IsList = false)
{
    private static readonly Dictionary<string, InputShape> ByType = new(StringComparer.Ordinal)
    {
        ["plain_text_input"] = new("value", "initial_value"),
        ["email_text_input"] = new("value", "initial_value"),
        ["url_text_input"] = new("value", "initial_value"),
        ["number_input"] = new("value", "initial_value"),
        ["rich_text_input"] = new("rich_text_value", "initial_value"),
        ["datepicker"] = new("selected_date", "initial_date"),
        ["timepicker"] = new("selected_time", "initial_time"),
        ["datetimepicker"] = new("selected_date_time", "initial_date_time"),
        ["static_select"] = new("selected_option", "initial_option"),
        ["external_select"] = new("selected_option", "initial_option"),
        ["radio_buttons"] = new("selected_option", "initial_option"),
        ["users_select"] = new("selected_user", "initial_user"),
        ["conversations_select"] = new("selected_conversation", "initial_conversation"),
        ["channels_select"] = new("selected_channel", "initial_channel"),
        ["checkboxes"] = new("selected_options", "initial_options", IsList: true),
        ["multi_static_select"] = new("selected_options", "initial_options", IsList: true),
        ["multi_external_select"] = new("selected_options", "initial_options", IsList: true),
        ["multi_users_select"] = new("selected_users", "initial_users", IsList: true),
        ["multi_conversations_select"] = new("selected_conversations", "initial_conversations", IsList: true),
        ["multi_channels_select"] = new("selected_channels", "initial_channels", IsList: true),
        ["file_input"] = new("files", "", IsList: true),
    };

    public bool IsOption => ValueKey is "selected_option" or "selected_options";

    /// <summary>Null for buttons, overflow menus and images: they keep no state.</summary>
    public static InputShape? Of(string type) => ByType.GetValueOrDefault(type);
}

internal static class InputValues
{
    /// <summary>The initial value; null when the element keeps no value.</summary>
    public static JsonElement? Initial(BlockElement field)
    {
        if (InputShape.Of(field.Type) is not { } shape)
        {
            return null;
        }

        var initial = shape.InitialKey.Length == 0 ? null : field.Element.At(shape.InitialKey);
        return initial is null && !field.IsInput ? null : Make(field, shape, initial?.ToNode());
    }

    /// <summary>The state.values entry of a choice; no choice is null or an empty list.</summary>
    public static JsonElement Make(BlockElement field, InputShape shape, JsonNode? value)
    {
        var entry = new JsonObject
        {
            ["type"] = field.Type,
            [shape.ValueKey] = value ?? (shape.IsList ? new JsonArray() : null),
        };
        if (field.Type == "timepicker" && field.Element.Text("timezone") is { } zone)
        {
            entry["timezone"] = zone;
        }

        return entry.ToElement();
    }

    public static bool IsEmpty(JsonElement entry)
    {
        var shape = InputShape.Of(entry.Text("type") ?? "");
        return shape is null || entry.At(shape.ValueKey) is not { } value
            || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0)
            || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);
    }
}
