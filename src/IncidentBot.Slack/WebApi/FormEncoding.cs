using System.Text.Json;

namespace IncidentBot.Slack.WebApi;

/// <summary>Arguments as a form, which every method takes; a JSON body is silently ignored by some ("Web API basics").</summary>
public static class FormEncoding
{
    /// <summary>
    /// One field per argument: strings as they are, numbers and booleans as in JSON, lists of strings joined by commas, other
    /// values as JSON. Nulls are left out.
    /// </summary>
    /// <param name="arguments">A JSON object.</param>
    /// <returns>The fields of the form.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Fields(JsonElement arguments) =>
        from argument in arguments.EnumerateObject()
        where argument.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        select KeyValuePair.Create(argument.Name, Field(argument.Value));

    private static string Field(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Array when IsTexts(value) => string.Join(',', value.EnumerateArray().Select(item => item.GetString())),
        _ => value.GetRawText(),
    };

    private static bool IsTexts(JsonElement array) =>
        array.GetArrayLength() > 0 && array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
}
