using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Tests.Blocks;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("a < b & c > d")]
    [InlineData("&lt;")]
    [InlineData("&amp;amp;")]
    public void Unescaping_takes_escaping_back(string text) => Assert.Equal(text, SlackText.Unescape(SlackText.Escape(text)));

    [Theory]
    [InlineData("<@U1>", SlackTextKind.User, "U1", null)]
    [InlineData("<@U1|ben>", SlackTextKind.User, "U1", "ben")]
    [InlineData("<#C1|incidents>", SlackTextKind.Channel, "C1", "incidents")]
    [InlineData("<#C1|>", SlackTextKind.Channel, "C1", null)]
    [InlineData("<!subteam^S1|@oncall>", SlackTextKind.UserGroup, "S1", "@oncall")]
    [InlineData("<!here|here>", SlackTextKind.Broadcast, "here", null)]
    [InlineData("<!date^1769428800^{time}|12:00>", SlackTextKind.Date, "1769428800", "12:00")]
    [InlineData("<https://example.test?a=1&amp;b=2|page>", SlackTextKind.Link, "https://example.test?a=1&b=2", "page")]
    [InlineData("<mailto:a@b.test>", SlackTextKind.Link, "mailto:a@b.test", null)]
    public void Tokens_are_read(string text, SlackTextKind kind, string target, string? label)
    {
        var part = Assert.Single(SlackText.Parse(text));

        Assert.Equal((kind, text, target, label), (part.Kind, part.Source, part.Target, part.Label));
    }

    [Theory]
    [InlineData("ask <@U1|ben> &amp; <@U2> in <#C1|ops>", "ask @ben & someone in #ops")]
    [InlineData("see <https://example.test|the page> at <!date^1^{time}|noon>", "see the page (https://example.test) at noon")]
    [InlineData("<!subteam^S1>, <!subteam^S1|oncall> and <!subteam^S1|@oncall>", "a group, @oncall and @oncall")]
    [InlineData("<#C1|> and <#C1>", "a channel and a channel")]
    [InlineData("<http://example.test|example.test> <https://a.test/b|https://a.test/b>", "example.test https://a.test/b")]
    [InlineData("<mailto:a@b.test|a@b.test> <mailto:a@b.test|mail us> <tel:+4930|+4930>", "a@b.test mail us (a@b.test) +4930")]
    [InlineData("at <!date^1769428800^{time}>", "at 2026-01-26 12:00 UTC")]
    [InlineData("1 &lt; 2", "1 < 2")]
    [InlineData("an open < stays", "an open < stays")]
    [InlineData("", "")]
    public void Plain_text_reads_like_the_message(string text, string expected) => Assert.Equal(expected, SlackText.Plain(text));

    [Fact]
    public void The_parts_are_the_whole_text()
    {
        const string text = "a <@U1> b <#C1|x><!here> c < d";

        Assert.Equal(text, string.Concat(SlackText.Parse(text).Select(part => part.Source)));
    }

    [Fact]
    public void Mentioned_people_are_found_once_in_order() =>
        Assert.Equal(["U2", "U1"], SlackText.MentionedUsers("<@U2> and <@U1|anna> and <@U2>"));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("abcd", 1, "…")]
    [InlineData("ab cd", 4, "ab…")]
    [InlineData("👩‍🚒👩‍🚒", 9, "👩‍🚒…")]
    [InlineData("👩‍🚒👩‍🚒", 5, "…")]
    [InlineData("e\u0301e\u0301", 3, "e\u0301…")]
    public void A_cut_never_goes_through_a_character(string text, int max, string expected) =>
        Assert.Equal(expected, SlackText.Truncate(text, max));
}
