using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Tests.Blocks;

public sealed class BlockJsonTests
{
    private const string Sev1Json = """{"text":{"type":"plain_text","text":"SEV1"},"value":"sev1"}""";

    private static readonly Option Sev1 = new("SEV1", "sev1");
    private static readonly DateTimeOffset Noon = new(2026, 1, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_message_is_written_as_slack_documents_it()
    {
        IReadOnlyList<Block> blocks =
        [
            new HeaderBlock("INC-42 · Checkout returns 500") { BlockId = "hdr" },
            new SectionBlock(Mrkdwn.Text($"*Lead:* {Mrkdwn.User("U0PMANNA01")}"))
            {
                BlockId = "sum",
                Fields = [Mrkdwn.Text($"*Status*\nInvestigating"), "Checkout & pay"],
            },
            new ActionsBlock(
                new Button("update", "Post update") { Value = "42" },
                new Button("resolve", "Resolve")
                {
                    Style = ButtonStyle.Danger,
                    Value = "42",
                    Confirm = new("Resolve INC-42?", Mrkdwn.Text($"This starts the clock."), "Resolve", "Not yet"),
                }) { BlockId = "act" },
            new DividerBlock(),
            new ContextBlock(
                Mrkdwn.Text($"Declared by {Mrkdwn.User("U0PMBEN002")}"), new ImageElement("https://example.test/i.png", "a graph")),
        ];

        Payload.AssertSame(
            """
            [
              {"type":"header","block_id":"hdr","text":{"type":"plain_text","text":"INC-42 · Checkout returns 500"}},
              {"type":"section","block_id":"sum","text":{"type":"mrkdwn","text":"*Lead:* <@U0PMANNA01>"},
               "fields":[{"type":"mrkdwn","text":"*Status*\nInvestigating"},{"type":"plain_text","text":"Checkout & pay"}]},
              {"type":"actions","block_id":"act","elements":[
                {"type":"button","action_id":"update","text":{"type":"plain_text","text":"Post update"},"value":"42"},
                {"type":"button","action_id":"resolve","text":{"type":"plain_text","text":"Resolve"},"value":"42","style":"danger",
                 "confirm":{"title":{"type":"plain_text","text":"Resolve INC-42?"},"text":{"type":"mrkdwn","text":"This starts the clock."},
                            "confirm":{"type":"plain_text","text":"Resolve"},"deny":{"type":"plain_text","text":"Not yet"}}}]},
              {"type":"divider"},
              {"type":"context","elements":[{"type":"mrkdwn","text":"Declared by <@U0PMBEN002>"},
                {"type":"image","image_url":"https://example.test/i.png","alt_text":"a graph"}]}
            ]
            """,
            Written(blocks));
    }

    [Fact]
    public void A_modal_is_written_as_slack_documents_it()
    {
        View modal = new Modal("Declare incident")
        {
            CallbackId = "incident.declare",
            PrivateMetadata = """{"channel":"C0PMINCALL"}""",
            Submit = "Declare",
            Close = "Cancel",
            Blocks = [new InputBlock("title_b", "Title", new PlainTextInput("title") { MaxLength = 120, FocusOnLoad = true })],
        };

        var expected = Payload.File("35_api_requests").GetProperty("views_open_json").GetProperty("body").GetProperty("view").GetRawText();

        // False is Slack's default and is left out.
        Payload.AssertSame(expected.Replace("\"notify_on_close\": false,", "", StringComparison.Ordinal), Written(modal));
    }

    [Fact]
    public void Rich_text_is_written_as_slack_documents_it()
    {
        IReadOnlyList<Block> blocks =
        [
            new RichTextBlock(
                new RichTextList("bullet", [new RichTextSection(new RichText("owner "), new RichTextUser("U0PMANNA01"))]) { Indent = 0 },
                new RichTextSection(new RichTextDate(Noon, "{date_short} {time}", "2026-01-26 12:00 UTC"))),
        ];

        Payload.AssertSame(Payload.File("39_blocks_catalog").GetProperty("rich_text"), Written(blocks));
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public void An_element_is_written_as_slack_documents_it(IBlockElement element, string expected) =>
        Payload.AssertSame(expected, Written(element));

    public static TheoryData<IBlockElement, string> Elements { get; } = new()
    {
        {
            new StaticSelect("a") { Options = [Sev1], InitialOption = Sev1, Placeholder = "Pick" },
            $$$"""
            {"type":"static_select","action_id":"a","options":[{{{Sev1Json}}}],"initial_option":{{{Sev1Json}}},
             "placeholder":{"type":"plain_text","text":"Pick"}}
            """
        },
        {
            new StaticSelect("a") { OptionGroups = [new("Tier 1", [Sev1])] },
            $$$"""
            {"type":"static_select","action_id":"a",
             "option_groups":[{"label":{"type":"plain_text","text":"Tier 1"},"options":[{{{Sev1Json}}}]}]}
            """
        },
        {
            new MultiStaticSelect("a") { Options = [Sev1], InitialOptions = [Sev1], MaxSelectedItems = 2 },
            $$$"""
            {"type":"multi_static_select","action_id":"a","options":[{{{Sev1Json}}}],"initial_options":[{{{Sev1Json}}}],
             "max_selected_items":2}
            """
        },
        { new ExternalSelect("a") { MinQueryLength = 0 }, """{"type":"external_select","action_id":"a","min_query_length":0}""" },
        { new UsersSelect("a") { InitialUser = "U1" }, """{"type":"users_select","action_id":"a","initial_user":"U1"}""" },
        {
            new MultiUsersSelect("a") { InitialUsers = ["U1"] },
            """{"type":"multi_users_select","action_id":"a","initial_users":["U1"]}"""
        },
        {
            new ConversationsSelect("a")
            {
                DefaultToCurrentConversation = true,
                Filter = new() { Include = ["public"], ExcludeBotUsers = true },
            },
            """
            {"type":"conversations_select","action_id":"a","default_to_current_conversation":true,
             "filter":{"include":["public"],"exclude_bot_users":true}}
            """
        },
        {
            new Overflow("a", [Sev1 with { Url = "https://example.test/" }]),
            """
            {"type":"overflow","action_id":"a",
             "options":[{"text":{"type":"plain_text","text":"SEV1"},"value":"sev1","url":"https://example.test/"}]}
            """
        },
        {
            new RadioButtons("a") { Options = [new(Mrkdwn.Text($"*Deploy*"), "d") { Description = "a build" }] },
            """
            {"type":"radio_buttons","action_id":"a","options":[
             {"text":{"type":"mrkdwn","text":"*Deploy*"},"value":"d","description":{"type":"plain_text","text":"a build"}}]}
            """
        },
        {
            new Checkboxes("a") { Options = [Sev1], InitialOptions = [Sev1] },
            $$$"""{"type":"checkboxes","action_id":"a","options":[{{{Sev1Json}}}],"initial_options":[{{{Sev1Json}}}]}"""
        },
        {
            new DatePicker("a") { InitialDate = new(2026, 2, 1) },
            """{"type":"datepicker","action_id":"a","initial_date":"2026-02-01"}"""
        },
        {
            new TimePicker("a") { InitialTime = new(9, 5), Timezone = "Europe/Paris" },
            """{"type":"timepicker","action_id":"a","initial_time":"09:05","timezone":"Europe/Paris"}"""
        },
        {
            new DateTimePicker("a") { InitialDateTime = Noon },
            """{"type":"datetimepicker","action_id":"a","initial_date_time":1769428800}"""
        },
        {
            new PlainTextInput("a") { Multiline = true, DispatchActionConfig = new("on_enter_pressed") },
            """
            {"type":"plain_text_input","action_id":"a","multiline":true,
             "dispatch_action_config":{"trigger_actions_on":["on_enter_pressed"]}}
            """
        },
        {
            new NumberInput("a") { MinValue = 0, MaxValue = 1.5m },
            """{"type":"number_input","action_id":"a","is_decimal_allowed":false,"min_value":"0","max_value":"1.5"}"""
        },
        {
            new UrlTextInput("a") { InitialValue = "https://example.test/" },
            """{"type":"url_text_input","action_id":"a","initial_value":"https://example.test/"}"""
        },
        {
            new FileInput("a") { Filetypes = ["png"], MaxFiles = 3 },
            """{"type":"file_input","action_id":"a","filetypes":["png"],"max_files":3}"""
        },
        { new PlainText(":fire:") { Emoji = false }, """{"type":"plain_text","text":":fire:","emoji":false}""" },
        { Mrkdwn.Text($"x") with { Verbatim = true }, """{"type":"mrkdwn","text":"x","verbatim":true}""" },
    };

    [Fact]
    public void Empty_members_are_left_out_but_for_the_blocks_of_a_view()
    {
        View home = new HomeView { CallbackId = "" };

        Payload.AssertSame("""{"type":"home","blocks":[]}""", Written(home));
    }

    private static JsonElement Written<T>(T value) => JsonSerializer.SerializeToElement(value, SlackJson.Options);
}
