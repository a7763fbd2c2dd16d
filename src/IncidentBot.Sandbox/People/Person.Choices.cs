using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.People;

/// <summary>Turns a person's choice, in words, into the value that Slack sends.</summary>
internal sealed partial class Person
{
    private async Task<JsonNode?> ChosenAsync(Surface surface, BlockElement field, InputShape shape, string[] values)
    {
        if (values.Length == 0)
        {
            return null;
        }

        var single = values[0];
        if (shape.IsOption)
        {
            var options = field.Type is "external_select" or "multi_external_select"
                ? await ExternalAsync(surface, field, values)
                : [.. BlockTree.Options(field.Element)];
            return shape.IsList ? new JsonArray([.. values.Select(v => Option(options, v))]) : Option(options, single);
        }

        return shape.ValueKey switch
        {
            "selected_users" => Json.ToArray(values.Select(UserId)),
            "selected_channels" or "selected_conversations" => Json.ToArray(values.Select(ChannelId)),
            "selected_user" => UserId(single),
            "selected_channel" or "selected_conversation" => ChannelId(single),
            "selected_date_time" => Instant(single),
            "rich_text_value" => RichText.Of(new TypedText(workspace).Escape(single))[0].ToNode(),
            "files" => new JsonArray([.. values.Select(id => workspace.Files.Find(id)!.ToJson(workspace))]),
            _ => single,
        };
    }

    /// <summary>Uses options that were suggested before; otherwise searches for the value, then with an empty query.</summary>
    private async Task<IReadOnlyList<JsonElement>> ExternalAsync(Surface surface, BlockElement field, string[] values)
    {
        var found = workspace.Suggestions.SeenBy(User.Id, field.Key).ToList();
        foreach (var value in values)
        {
            foreach (var typed in (string[])[value, ""])
            {
                if (!found.Exists(o => Fits(o, value)))
                {
                    found.AddRange(await SuggestAsync(surface, field.Key, typed));
                }
            }
        }

        return found;
    }

    private static JsonNode Instant(string given) => long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
        ? unix
        : DateTimeOffset.Parse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();

    private static JsonNode Option(IEnumerable<JsonElement> options, string wanted)
    {
        foreach (var option in options)
        {
            if (Fits(option, wanted))
            {
                return option.ToNode();
            }
        }

        throw new ArgumentException($"There is no option {wanted}.", nameof(wanted));
    }

    private static bool Fits(JsonElement option, string wanted) =>
        option.Text("value") == wanted || option.At("text")?.Text("text") == wanted;

    private string UserId(string nameOrId) => workspace.As(nameOrId).User.Id;

    private string ChannelId(string nameOrId) => workspace.Channels.Named(nameOrId).Id;
}
