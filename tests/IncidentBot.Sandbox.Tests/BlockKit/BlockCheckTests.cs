using System.Globalization;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.BlockKit;

public sealed class BlockCheckTests
{
    private const string Plain = """{"type":"plain_text","text":"x"}""";
    private const string Option = """{"text":{"type":"plain_text","text":"A"},"value":"a"}""";

    [Theory]
    [InlineData("message_blocks")]
    [InlineData("table")]
    [InlineData("markdown")]
    [InlineData("rich_text")]
    [InlineData("context_actions")]
    public void The_samples_of_the_catalogue_are_fine(string name)
    {
        Assert.Empty(MessageCheck.Problems(Sample.Load("39_blocks_catalog").GetProperty(name)));
    }

    [Theory]
    [InlineData(
        """{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}""",
        "invalid additional property: emoji [json-pointer:/blocks/0/text]")]
    [InlineData(
        """{"type":"section","text":{"type":"mrkdwn","text":""}}""", "must be more than 0 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""{"type":"section"}""", "must provide text or fields [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"x"}}""", "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]")]
    [InlineData("""{"type":"headline"}""", "unsupported type: headline [json-pointer:/blocks/0/type]")]
    [InlineData("""{"type":"divider","text":"x"}""", "invalid additional property: text [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"context","elements":[]}""", "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"style":"big"}]}""",
        "value must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]")]
    [InlineData(
        """{"type":"actions","elements":[{"type":"plain_text_input"}]}""",
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"value":null}]}""",
        "must provide a string [json-pointer:/blocks/0/elements/0/value]")]
    [InlineData(
        """{"type":"image","image_url":"https://example.test/a.png"}""", "missing required field: alt_text [json-pointer:/blocks/0]")]
    [InlineData(
        """
        {"type":"input","label":{"type":"plain_text","text":"x"},
         "element":{"type":"number_input","is_decimal_allowed":false,"min_value":0}}
        """,
        "must provide a number as a string [json-pointer:/blocks/0/element/min_value]")]
    [InlineData("""{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"datepicker","initial_date":"26.1.2026"}}""",
        "must be a valid date in the format YYYY-MM-DD [json-pointer:/blocks/0/element/initial_date]")]
    public void A_wrong_block_is_refused_with_its_place(string block, string problem)
    {
        Assert.Equal([problem], MessageCheck.Problems(Json.Parse($"[{block}]")));
    }

    [Theory]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"@"}}""", 150)]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"@"}}""", 3000)]
    [InlineData("""{"type":"section","fields":[{"type":"mrkdwn","text":"@"}]}""", 2000)]
    [InlineData("""{"type":"divider","block_id":"@"}""", 255)]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"@"}}]}""", 75)]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"value":"@"}]}""", 2000)]
    [InlineData("""{"type":"input","label":{"type":"plain_text","text":"@"},"element":{"type":"plain_text_input"}}""", 2000)]
    [InlineData("""{"type":"markdown","text":"@"}""", 12000)]
    public void Texts_are_held_to_their_lengths(string block, int most)
    {
        var longest = Json.Parse($"[{block.Replace("@", new string('x', most), StringComparison.Ordinal)}]");
        var longer = Json.Parse($"[{block.Replace("@", new string('x', most + 1), StringComparison.Ordinal)}]");

        Assert.Empty(MessageCheck.Problems(longest));
        Assert.StartsWith(
            $"must be less than {(most + 1).ToString(CultureInfo.InvariantCulture)} characters",
            Assert.Single(MessageCheck.Problems(longer)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"section","fields":[@]}""", Plain, 10)]
    [InlineData("""{"type":"context","elements":[@]}""", Plain, 10)]
    [InlineData("""{"type":"actions","elements":[@]}""", """{"type":"button","text":{"type":"plain_text","text":"x"}}""", 25)]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[@]}]}""", Option, 100)]
    [InlineData("""{"type":"actions","elements":[{"type":"overflow","options":[@]}]}""", Option, 5)]
    [InlineData("""{"type":"actions","elements":[{"type":"radio_buttons","options":[@]}]}""", Option, 10)]
    public void Lists_are_held_to_their_counts(string block, string item, int most)
    {
        var fullest = Json.Parse($"[{block.Replace("@", string.Join(',', Enumerable.Repeat(item, most)), StringComparison.Ordinal)}]");
        var fuller = Json.Parse($"[{block.Replace("@", string.Join(',', Enumerable.Repeat(item, most + 1)), StringComparison.Ordinal)}]");

        Assert.Empty(MessageCheck.Problems(fullest));
        Assert.StartsWith(
            $"no more than {most.ToString(CultureInfo.InvariantCulture)} items allowed",
            Assert.Single(MessageCheck.Problems(fuller)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_has_fifty_blocks_and_a_view_a_hundred()
    {
        static string Dividers(int count) => $"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", count))}]";
        static string Modal(int count) => $$"""{"type":"modal","title":{{Plain}},"blocks":{{Dividers(count)}}}""";

        Assert.Empty(MessageCheck.Problems(Json.Parse(Dividers(50))));
        Assert.Single(MessageCheck.Problems(Json.Parse(Dividers(51))));
        Assert.Empty(ViewCheck.Problems(Json.Parse(Modal(100)), "modal"));
        Assert.Single(ViewCheck.Problems(Json.Parse(Modal(101)), "modal"));
    }

    [Theory]
    [InlineData("""[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""", "block_id a already exists")]
    [InlineData(
        """
        [{"type":"actions","elements":[
         {"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}},
         {"type":"button","action_id":"a","text":{"type":"plain_text","text":"y"}}]}]
        """,
        "action_id a already exists")]
    public void Ids_are_unique(string blocks, string problem)
    {
        Assert.StartsWith(problem, Assert.Single(MessageCheck.Problems(Json.Parse(blocks))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A", "a", 0)]
    [InlineData("A", "b", 1)]
    [InlineData("B", "a", 1)]
    public void An_initial_option_is_one_of_the_options(string text, string value, int problems)
    {
        var block = $$$"""
            [{"type":"actions","elements":[{"type":"static_select","options":[{{{Option}}}],
             "initial_option":{"text":{"type":"plain_text","text":"{{{text}}}"},"value":"{{{value}}}"}}]}]
            """;

        Assert.Equal(problems, MessageCheck.Problems(Json.Parse(block)).Count);
    }

    [Theory]
    [InlineData("title", 24)]
    [InlineData("submit", 24)]
    [InlineData("close", 24)]
    public void The_words_of_a_modal_have_24_characters(string member, int most)
    {
        string Modal(int length)
        {
            var words = new Dictionary<string, string> { ["title"] = "x", ["submit"] = "x", ["close"] = "x", [member] = new('x', length) };
            var texts = words.Select(w => $$$""","{{{w.Key}}}":{"type":"plain_text","text":"{{{w.Value}}}"}""");
            return $$"""{"type":"modal","blocks":[]{{string.Concat(texts)}}}""";
        }

        Assert.Empty(ViewCheck.Problems(Json.Parse(Modal(most)), "modal"));
        Assert.Equal(
            [$"must be less than 25 characters [json-pointer:/view/{member}/text]"],
            ViewCheck.Problems(Json.Parse(Modal(most + 1)), "modal"));
    }

    [Fact]
    public void A_modal_with_inputs_needs_a_submit_button_and_a_home_tab_has_none()
    {
        var inputs = """[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"}}]""";

        var modal = ViewCheck.Problems(Json.Parse($$"""{"type":"modal","title":{{Plain}},"blocks":{{inputs}}}"""), "modal");
        var home = ViewCheck.Problems(Json.Parse($$"""{"type":"home","submit":{{Plain}},"blocks":[]}"""), "home");

        Assert.Equal(["submit is required when an input block is within blocks array [json-pointer:/view/submit]"], modal);
        Assert.Equal(["invalid additional property: submit [json-pointer:/view]"], home);
    }
}
