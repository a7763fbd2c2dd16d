using static IncidentBot.Sandbox.BlockKit.Objects;
using static IncidentBot.Sandbox.BlockKit.Rules;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>The interactive elements and where each may stand.</summary>
internal static class ElementRules
{
    private const long TenDigits = 9_999_999_999;

    private static readonly Property Action = Optional("action_id", Text(255));
    private static readonly Property AskFirst = Optional("confirm", Confirm);
    private static readonly Property Placeholder = Optional("placeholder", PlainText(150));
    private static readonly Property Focus = Optional("focus_on_load", Flag);
    private static readonly Property Most = Optional("max_selected_items", Integer(1, 1000));
    private static readonly Rule Id = Text(255);
    private static readonly Rule Ids = List(Id, 1000);

    private static readonly Dictionary<string, Shape> All = new(StringComparer.Ordinal)
    {
        ["button"] = new(Type("button"), Required("text", PlainText(75)), Action, AskFirst, Optional("value", Text(2000)),
            Optional("url", Text(3000)), Optional("style", Word("primary", "danger")), Optional("accessibility_label", Text(75))),
        ["static_select"] = Choice("static_select", Optional("options", List(Option, 100)),
            Optional("option_groups", List(OptionGroup, 100)), Optional("initial_option", Option)),
        ["multi_static_select"] = Choice("multi_static_select", Optional("options", List(Option, 100)),
            Optional("option_groups", List(OptionGroup, 100)), Optional("initial_options", List(Option, 100)), Most),
        ["external_select"] = Select("external_select", Optional("initial_option", Option), Optional("min_query_length", Integer(0, 255))),
        ["multi_external_select"] = Select("multi_external_select", Optional("initial_options", List(Option, 100)),
            Optional("min_query_length", Integer(0, 255)), Most),
        ["users_select"] = Select("users_select", Optional("initial_user", Id)),
        ["multi_users_select"] = Select("multi_users_select", Optional("initial_users", Ids), Most),
        ["conversations_select"] = Select("conversations_select", Optional("initial_conversation", Id),
            Optional("default_to_current_conversation", Flag),
            Optional("filter", ConversationFilter),
            Optional("response_url_enabled", Flag)),
        ["multi_conversations_select"] = Select("multi_conversations_select", Optional("initial_conversations", Ids),
            Optional("default_to_current_conversation", Flag), Optional("filter", ConversationFilter), Most),
        ["channels_select"] = Select("channels_select", Optional("initial_channel", Id), Optional("response_url_enabled", Flag)),
        ["multi_channels_select"] = Select("multi_channels_select", Optional("initial_channels", Ids), Most),
        ["overflow"] = new(Type("overflow"), Action, AskFirst, Required("options", List(Option, 5))),
        ["radio_buttons"] = new(Type("radio_buttons"), Action, AskFirst, Focus, Required("options", List(RichOption, 10)),
            Optional("initial_option", RichOption))
        { Also = InitialAmongOptions },
        ["checkboxes"] = new(Type("checkboxes"), Action, AskFirst, Focus, Required("options", List(RichOption, 10)),
            Optional("initial_options", List(RichOption, 10)))
        { Also = InitialAmongOptions },
        ["datepicker"] = Select("datepicker", Optional("initial_date", Date)),
        ["timepicker"] = Select("timepicker", Optional("initial_time", Time), Optional("timezone", Text(100))),
        ["datetimepicker"] = new(
            Type("datetimepicker"), Action, AskFirst, Focus, Optional("initial_date_time", Integer(1_000_000_000, TenDigits))),
        ["plain_text_input"] = Input("plain_text_input", Optional("multiline", Flag), Optional("min_length", Integer(0, 3000)),
            Optional("max_length", Integer(1, 3000)), Optional("initial_value", Text(3000, 0))),
        ["number_input"] = Input("number_input", Required("is_decimal_allowed", Flag), Optional("min_value", NumberText),
            Optional("max_value", NumberText), Optional("initial_value", NumberText)),
        ["email_text_input"] = Input("email_text_input", Optional("initial_value", Text(3000, 0))),
        ["url_text_input"] = Input("url_text_input", Optional("initial_value", Text(3000, 0))),
        ["rich_text_input"] = Input("rich_text_input", Optional("initial_value", Anything)),
        ["file_input"] = new(Type("file_input"), Action, Optional("max_files", Integer(1, 10)), Optional("filetypes", List(Text(20), 100))),
        ["image"] = new(
            Type("image"), Required("alt_text", Text(2000)), Optional("image_url", Text(3000)), Optional("slack_file", SlackFile)),
        ["feedback_buttons"] = new(
            Type("feedback_buttons"), Action, Required("positive_button", Anything), Required("negative_button", Anything)),
        ["icon_button"] = new(Type("icon_button"), Action, AskFirst, Required("icon", Word("trash")), Required("text", PlainText(75)),
            Optional("value", Text(2000)), Optional("visible_to_user_ids", Ids)),
    };

    private static readonly string[] Selects =
    [
        "static_select", "multi_static_select", "external_select", "multi_external_select", "users_select", "multi_users_select",
        "conversations_select", "multi_conversations_select", "channels_select", "multi_channels_select", "radio_buttons", "checkboxes",
        "datepicker", "timepicker",
    ];

    public static Rule InSection { get; } = Only([.. Selects, "button", "overflow", "image"]);

    public static Rule InActions { get; } = Only([.. Selects, "button", "overflow", "datetimepicker"]);

    public static Rule InInput { get; } = Only(
    [
        .. Selects, "datetimepicker", "plain_text_input", "number_input", "email_text_input", "url_text_input",
        "rich_text_input", "file_input",
    ]);

    public static Rule InContextActions { get; } = Only(["feedback_buttons", "icon_button"]);

    public static Shape Image => All["image"];

    private static Rule Only(string[] types) => ByType(types.ToDictionary(t => t, t => All[t], StringComparer.Ordinal));

    private static Shape Select(string type, params Property[] own) => new([Type(type), Action, AskFirst, Placeholder, Focus, .. own]);

    /// <summary>Exactly one of options and option_groups.</summary>
    private static Shape Choice(string type, params Property[] own) => new([Type(type), Action, AskFirst, Placeholder, Focus, .. own])
    {
        Also = (element, pointer, problems) =>
        {
            if (element.At("options") is null == element.At("option_groups") is null)
            {
                problems.Add("must provide exactly one of options and option_groups", pointer);
            }

            InitialAmongOptions(element, pointer, problems);
        },
    };

    private static Shape Input(string type, params Property[] own) =>
        new([Type(type), Action, Placeholder, Focus, Optional("dispatch_action_config", DispatchConfig), .. own]);
}
