using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>The checks that Slack's client makes before it submits a form; the errors are keyed by block_id.</summary>
internal static class InputCheck
{
    public static ImmutableDictionary<string, string> Problems(View view)
    {
        var problems = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var field in BlockTree.Elements(view.Blocks).Where(f => f.IsInput))
        {
            if (Problem(field, view.Values.TryGetValue(field.Key, out var entry) ? entry : null) is { } problem)
            {
                problems[field.BlockId] = problem;
            }
        }

        return problems.ToImmutable();
    }

    private static string? Problem(BlockElement field, JsonElement? entry)
    {
        if (entry is not { } given || InputValues.IsEmpty(given))
        {
            return field.IsOptional ? null : "Please complete this required field.";
        }

        var text = given.Text("value") ?? "";
        return field.Type switch
        {
            "plain_text_input" => Length(field.Element, text),
            "number_input" => Number(field.Element, text),
            "email_text_input" => MailAddress.TryCreate(text, out _) ? null : "Please enter a valid email address.",
            "url_text_input" => Uri.TryCreate(text, UriKind.Absolute, out _) ? null : "Please enter a valid URL.",
            _ => Count(field.Element, given),
        };
    }

    private static string? Length(JsonElement element, string text)
    {
        var least = element.Number("min_length") ?? 0;
        var most = element.Number("max_length") ?? 3000;
        return text.Length < least ? $"Please enter at least {least} characters."
            : text.Length > most ? $"Please enter at most {most} characters."
            : null;
    }

    private static string? Number(JsonElement element, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return "Please enter a number.";
        }

        if (!element.Flag("is_decimal_allowed") && number != decimal.Truncate(number))
        {
            return "Please enter a whole number.";
        }

        return Limit(element, "min_value") is { } least && number < least ? $"Please enter a number no less than {least}."
            : Limit(element, "max_value") is { } most && number > most ? $"Please enter a number no greater than {most}."
            : null;
    }

    private static decimal? Limit(JsonElement element, string name) =>
        element.Text(name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Count(JsonElement element, JsonElement entry)
    {
        var key = InputShape.Of(entry.Text("type") ?? "")?.ValueKey;
        return element.Number("max_selected_items") is { } most && key is not null
            && entry.At(key) is { ValueKind: JsonValueKind.Array } list
            && list.GetArrayLength() > most
            ? $"Please choose at most {most}."
            : null;
    }
}
