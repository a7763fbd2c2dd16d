using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>The values in a view, by block_id; a missing value reads like an empty one.</summary>
[JsonConverter(typeof(ViewStateConverter))]
public sealed class ViewState(JsonElement values)
{
    /// <summary>The last second of the year 9999.</summary>
    private const long MaxUnixSeconds = 253_402_300_799;

    /// <summary>Nothing typed, nothing chosen.</summary>
    public static ViewState Empty { get; } = new(default);

    /// <summary>The values as Slack sent them: block_id, action_id, value.</summary>
    public JsonElement Values { get; } = values;

    /// <summary>A text, without white space around it; "" when empty.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The text.</returns>
    public string Text(string block, string? action = null) => String(block, action, "value")?.Trim() ?? "";

    /// <summary>A number; null when empty.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The number.</returns>
    public decimal? Number(string block, string? action = null) =>
        decimal.TryParse(String(block, action, "value"), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value of the chosen option of a menu or radio group; null when none is.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The option's value.</returns>
    public string? SelectedOption(string block, string? action = null) =>
        Member(block, action, "selected_option") is { ValueKind: JsonValueKind.Object } option ? OptionValue(option) : null;

    /// <summary>The values of the chosen options of a multi-select or checkbox group.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The options' values.</returns>
    public IReadOnlyList<string> SelectedOptions(string block, string? action = null) =>
        [.. Items(block, action, "selected_options").Select(OptionValue)];

    /// <summary>True when a checkbox is ticked.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="value">The checkbox's value.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>Whether it is ticked.</returns>
    public bool Checked(string block, string value, string? action = null) =>
        SelectedOptions(block, action).Contains(value, StringComparer.Ordinal);

    /// <summary>The chosen person; null when no one is.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The user id.</returns>
    public string? SelectedUser(string block, string? action = null) => String(block, action, "selected_user");

    /// <summary>The chosen people.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The user ids.</returns>
    public IReadOnlyList<string> SelectedUsers(string block, string? action = null) => Strings(block, action, "selected_users");

    /// <summary>The chosen conversation; null when none is.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The conversation id.</returns>
    public string? SelectedConversation(string block, string? action = null) =>
        String(block, action, "selected_conversation") ?? String(block, action, "selected_channel");

    /// <summary>The chosen conversations.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The conversation ids.</returns>
    public IReadOnlyList<string> SelectedConversations(string block, string? action = null) =>
        [.. Strings(block, action, "selected_conversations"), .. Strings(block, action, "selected_channels")];

    /// <summary>The day of a date picker; null when empty.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The day.</returns>
    public DateOnly? Date(string block, string? action = null) =>
        DateOnly.TryParseExact(
            String(block, action, "selected_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <summary>The wall-clock time of a time picker; null when empty.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The time.</returns>
    public TimeOnly? Time(string block, string? action = null) =>
        TimeOnly.TryParseExact(
            String(block, action, "selected_time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    /// <summary>The instant of a date and time picker; null when empty.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The instant.</returns>
    public DateTimeOffset? DateTime(string block, string? action = null) =>
        Member(block, action, "selected_date_time") is { ValueKind: JsonValueKind.Number } seconds
            && seconds.TryGetInt64(out var unix) && unix is >= 0 and <= MaxUnixSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : null;

    /// <summary>The files of a file input.</summary>
    /// <param name="block">The block_id.</param>
    /// <param name="action">The action_id, when the block has several elements.</param>
    /// <returns>The files.</returns>
    public IReadOnlyList<SlackFile> Files(string block, string? action = null) =>
        [.. Items(block, action, "files").Where(HasId).Select(file => file.Deserialize<SlackFile>(SlackJson.Options)!)];

    private static bool HasId(JsonElement file) => file.ValueKind == JsonValueKind.Object && file.TryGetProperty("id", out _);

    private static string OptionValue(JsonElement option) => option.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "";

    private string? String(string block, string? action, string member) =>
        Member(block, action, member) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private List<string> Strings(string block, string? action, string member) =>
        [.. Items(block, action, member).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString() ?? "")];

    private JsonElement.ArrayEnumerator Items(string block, string? action, string member) =>
        Member(block, action, member) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : default;

    private JsonElement? Member(string block, string? action, string member)
    {
        if (Values.ValueKind != JsonValueKind.Object
            || !Values.TryGetProperty(block, out var actions)
            || actions.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var element in actions.EnumerateObject())
        {
            if ((action is null || element.NameEquals(action)) && element.Value.TryGetProperty(member, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
