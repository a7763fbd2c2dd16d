using System.Text.Json;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>A submitted modal beside what it showed when it was opened; Slack sends both ("view_submission", view.blocks).</summary>
internal sealed class ShownForm(ViewInfo view)
{
    /// <summary>Whether a field was sent with another value than it was shown with; a field that was not shown was not touched.</summary>
    public bool IsTouched(string block) => Element(block) is { } element && Shown(element) != Entered(block);

    private string Entered(string block) =>
        view.State.SelectedOption(block) ?? view.State.SelectedUser(block) ?? view.State.Text(block);

    private static string Shown(JsonElement element)
    {
        if (element.TryGetProperty("initial_option", out var option) && option.ValueKind == JsonValueKind.Object)
        {
            return option.GetProperty("value").GetString() ?? "";
        }

        return Text(element, "initial_value") ?? Text(element, "initial_user") ?? "";
    }

    private JsonElement? Element(string block) => view.Blocks is { ValueKind: JsonValueKind.Array } blocks
        && blocks.EnumerateArray().FirstOrDefault(shown => Text(shown, "block_id") == block) is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty("element", out var element)
            ? element
            : null;

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
