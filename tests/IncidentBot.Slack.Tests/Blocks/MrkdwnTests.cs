using System.Globalization;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Tests.Blocks;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("<!channel>", "&lt;!channel&gt;")]
    [InlineData("<@U123>", "&lt;@U123&gt;")]
    [InlineData("<https://evil.test|bank>", "&lt;https://evil.test|bank&gt;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("", "")]
    public void A_text_of_a_person_is_escaped_where_it_is_interpolated(string userText, string expected) =>
        Assert.Equal($"*{expected}*", Mrkdwn.Text($"*{userText}*").Content);

    [Theory]
    [InlineData("*stars*", "{*}stars{*}")]
    [InlineData("the _big_ one", "the {_}big{_} one")]
    [InlineData("~gone~ `code`", "{~}gone{~} {`}code{`}")]
    [InlineData("**", "{*}{*}")]
    [InlineData("snake_case_name 2 * 3 a*b", "snake_case_name 2 * 3 a*b")]
    [InlineData("see https://g.example/_a_/*b* now", "see https://g.example/_a_/*b* now")]
    [InlineData(":white_check_mark: (*)", ":white_check_mark: ({*})")]
    public void No_sign_in_a_text_of_a_person_formats_anything(string userText, string expected) => Assert.Equal(
        expected,
        Mrkdwn.Escape(userText).Content.Replace("<!date^00000000^{_}|", "{", StringComparison.Ordinal)
            .Replace(">", "}", StringComparison.Ordinal));

    [Fact]
    public void A_text_full_of_signs_does_not_outgrow_its_block()
    {
        var log = string.Concat(Enumerable.Repeat("`a` *b* ", 300));

        Assert.Equal(log.Length, Mrkdwn.Escape(log).Content.Length);
    }

    [Fact]
    public void The_label_of_a_link_formats_nothing_either() => Assert.Equal(
        "<https://g.example/a_b|\u2217stars\u2217 snake_case>", Mrkdwn.Link("https://g.example/a_b", "*stars* snake_case").Content);

    [Fact]
    public void A_text_inside_code_cannot_close_it() =>
        Assert.Equal("`*a* \u02CB &lt;b&gt;`", Mrkdwn.Text($"`{Mrkdwn.Code("*a* ` <b>")}`").Content);

    [Fact]
    public void Markup_inside_markup_stays_markup()
    {
        var lead = Mrkdwn.User("U0PMANNA01");

        var text = Mrkdwn.Text($"*{"R&D"}* is led by {lead} in {Mrkdwn.Channel("C0PMINC042")}");

        Assert.Equal("*R&amp;D* is led by <@U0PMANNA01> in <#C0PMINC042>", text.Content);
    }

    [Fact]
    public void Markup_behind_a_wider_type_stays_markup()
    {
        TextObject wide = Mrkdwn.User("U1");

        Assert.Equal("<@U1>", Mrkdwn.Text($"{wide}").Content);
    }

    [Fact]
    public void A_plain_text_object_is_a_text_of_a_person() => Assert.Equal("&lt;b&gt;", Mrkdwn.Text($"{new PlainText("<b>")}").Content);

    [Fact]
    public void Nothing_is_nothing()
    {
        string? text = null;
        Mrkdwn? markup = null;

        Assert.True(Mrkdwn.Text($"{text}{markup}").IsEmpty);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture_of_the_server()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal("1.5 of 1,200", Mrkdwn.Text($"{1.5} of {1200:N0}").Content);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_value_that_prints_markup_is_escaped() => Assert.Equal("&lt;!here&gt;", Mrkdwn.Text($"{new Sneaky()}").Content);

    [Theory]
    [InlineData("U1> <!channel>", "U1&gt; &lt;!channel&gt;")]
    [InlineData("U1|x", "U1|x")]
    [InlineData("", "")]
    public void An_odd_id_of_a_person_is_printed_as_it_is_so_that_the_card_is_still_drawn(string id, string printed) =>
        Assert.Equal(printed, Mrkdwn.User(id).Content);

    [Theory]
    [InlineData("U1> <!channel")]
    [InlineData("U1|x")]
    [InlineData("")]
    public void An_id_cannot_leave_its_brackets(string id)
    {
        Assert.Throws<ArgumentException>(() => Mrkdwn.Channel(id));
        Assert.Throws<ArgumentException>(() => Mrkdwn.UserGroup(id));
    }

    [Theory]
    [InlineData("https://example.test/a?b=1&c=2", "label", "<https://example.test/a?b=1&amp;c=2|label>")]
    [InlineData("https://example.test/a|b>", "a > b", "<https://example.test/a%7Cb%3E|a &gt; b>")]
    [InlineData("javascript:alert(1)", "click", "click")]
    [InlineData("not an address", "<!here>", "&lt;!here&gt;")]
    public void A_link_is_a_link_and_nothing_else(string url, string label, string expected) =>
        Assert.Equal(expected, Mrkdwn.Link(url, label).Content);

    [Fact]
    public void A_message_of_slack_is_posted_again_without_its_pings()
    {
        var again = Mrkdwn.FromSlack("<!channel> <!subteam^S1|@oncall> see <https://example.test|page> &amp; ask <@U1>");

        Assert.Equal("@channel @oncall see <https://example.test|page> &amp; ask <@U1>", again.Content);
    }

    [Theory]
    [InlineData("a < b and <!here", "a &lt; b and &lt;!here")]
    [InlineData("<<!here>>", "&lt;!here&gt;")]
    [InlineData("<javascript:x|click>", "click")]
    [InlineData("<@U1 !channel|x>", "@x")]
    [InlineData("<>", "")]
    public void A_message_that_is_not_of_slack_cannot_smuggle(string text, string expected) =>
        Assert.Equal(expected, Mrkdwn.FromSlack(text).Content);

    [Fact]
    public void Empty_parts_leave_no_separator() =>
        Assert.Equal("a · b", Mrkdwn.Join(" · ", Mrkdwn.Escape("a"), Mrkdwn.Empty, Mrkdwn.Escape("b")).Content);

    [Fact]
    public void A_date_is_shown_in_each_readers_zone_and_in_utc_elsewhere() =>
        Assert.Equal(
            "<!date^1769428800^{date_short} at {time}|2026-01-26 12:00 UTC>",
            Mrkdwn.Date(new DateTimeOffset(2026, 1, 26, 13, 0, 0, TimeSpan.FromHours(1))).Content);

    private sealed class Sneaky
    {
        public override string ToString() => "<!here>";
    }
}
