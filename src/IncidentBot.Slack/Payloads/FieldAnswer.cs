using System.Text.Json;

namespace IncidentBot.Slack.Payloads;

/// <summary>The answer in one field of a form, whatever the control, for comparing and for showing.</summary>
/// <param name="Value">The text on one line, the values of options, or the ids of people; "" when empty.</param>
/// <param name="Words">The answer as people read it; empty when the field holds <paramref name="People"/>.</param>
/// <param name="People">The ids of the chosen people.</param>
public sealed record FieldAnswer(string Value, string Words, IReadOnlyList<string> People)
{
    internal static readonly FieldAnswer Empty = new("", "", []);

    /// <summary>Whether both answers have the same value.</summary>
    /// <param name="other">Another answer to the same question.</param>
    public bool SameAs(FieldAnswer other) => Value == other.Value;

    internal static FieldAnswer Of(JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            switch (member.Name)
            {
                case "value" or "selected_option" or "selected_user" or "selected_date" or "selected_time" or "selected_date_time"
                    or "selected_conversation" or "selected_channel" when member.Value.ValueKind != JsonValueKind.Null:
                    return OfItems(member.Name, [member.Value]);
                case "selected_options" or "selected_users" or "selected_conversations" or "selected_channels"
                    when member.Value.ValueKind == JsonValueKind.Array:
                    return OfItems(member.Name, [.. member.Value.EnumerateArray()]);
            }
        }

        return Empty;
    }

    private static FieldAnswer OfItems(string name, IReadOnlyList<JsonElement> items)
    {
        var values = items.Select(
            item => item.ValueKind == JsonValueKind.Object ? item.GetProperty("value").ToString() : Line(item.ToString()));
        var words = items.Select(item =>
            item.ValueKind == JsonValueKind.Object ? item.GetProperty("text").GetProperty("text").ToString() : item.ToString().Trim());
        IReadOnlyList<string> people = name.StartsWith("selected_user", StringComparison.Ordinal)
            ? [.. items.Select(item => item.ToString())]
            : [];
        return new FieldAnswer(
            string.Join(',', values.Order(StringComparer.Ordinal)), people.Count > 0 ? "" : string.Join(", ", words), people);
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
