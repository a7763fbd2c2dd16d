using System.Text.Json;
using static IncidentBot.Sandbox.BlockKit.Rules;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>Composition objects: texts, options, confirm dialogs.</summary>
internal static class Objects
{
    public static Rule PlainText(int most, int least = 1) => ByType(new Dictionary<string, Shape>
    {
        ["plain_text"] = Plain(most, least),
    });

    public static Rule AnyText(int most) => ByType(new Dictionary<string, Shape>
    {
        ["plain_text"] = Plain(most, 1),
        ["mrkdwn"] = new(Type("mrkdwn"), Required("text", Text(most)), Optional("verbatim", Flag)),
    });

    public static Rule Confirm { get; } = Of(new Shape(
        Required("title", PlainText(100)),
        Required("text", AnyText(300)),
        Required("confirm", PlainText(30)),
        Required("deny", PlainText(30)),
        Optional("style", Word("primary", "danger"))));

    /// <summary>For selects and overflow menus; radio buttons and checkboxes may use mrkdwn.</summary>
    public static Rule Option { get; } = Of(new Shape(
        Required("text", PlainText(75)),
        Required("value", Text(150)),
        Optional("description", PlainText(75)),
        Optional("url", Text(3000))));

    public static Rule RichOption { get; } = Of(new Shape(
        Required("text", AnyText(75)),
        Required("value", Text(150)),
        Optional("description", AnyText(75))));

    public static Rule OptionGroup { get; } = Of(new Shape(
        Required("label", PlainText(75)),
        Required("options", List(Option, 100))));

    public static Rule DispatchConfig { get; } = Of(new Shape(
        Required("trigger_actions_on", List(Word("on_enter_pressed", "on_character_entered"), 2))));

    public static Rule ConversationFilter { get; } = Of(new Shape(
        Optional("include", List(Word("im", "mpim", "private", "public"), 4)),
        Optional("exclude_external_shared_channels", Flag),
        Optional("exclude_bot_users", Flag)));

    public static Rule SlackFile { get; } = Of(new Shape(Optional("id", Text(255)), Optional("url", Text(3000))));

    /// <summary>An initial option has to be one of the options, in text and value.</summary>
    public static Rule InitialAmongOptions { get; } = (element, pointer, problems) =>
    {
        var options = BlockTree.Options(element).Select(Essence).ToHashSet(StringComparer.Ordinal);
        if (element.At("initial_option") is { } initial && !options.Contains(Essence(initial)))
        {
            problems.Add("initial_option was not found in the options", $"{pointer}/initial_option");
        }

        var index = 0;
        foreach (var each in element.Items("initial_options"))
        {
            if (!options.Contains(Essence(each)))
            {
                problems.Add("initial_options was not found in the options", $"{pointer}/initial_options/{index}");
            }

            index++;
        }
    };

    private static Shape Plain(int most, int least) =>
        new(Type("plain_text"), Required("text", Text(most, least)), Optional("emoji", Flag));

    private static string Essence(JsonElement option) =>
        $"{option.Text("value")}\n{option.At("text")?.Text("type")}\n{option.At("text")?.Text("text")}\n"
        + option.At("description")?.Text("text");
}
