using AngleSharp.Html.Parser;

namespace IncidentBot.Sandbox.Tests.Page;

public sealed class MrkdwnTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("*bold* word", "<b>bold</b> word")]
    [InlineData("_italic_, ~gone~", "<i>italic</i>, <s>gone</s>")]
    [InlineData("*bold _and italic_*", "<b>bold <i>and italic</i></b>")]
    [InlineData("(*bold*)", "(<b>bold</b>)")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("*open", "*open")]
    [InlineData("**", "**")]
    [InlineData("`a *b* &lt;c&gt;`", "<code>a *b* &lt;c&gt;</code>")]
    [InlineData("``", "``")]
    [InlineData("one\ntwo", "one<br>two")]
    [InlineData("```\nlet x = *1*\n```", "<pre>let x = *1*</pre>")]
    [InlineData("before\n```code```\nafter", "before<br><pre>code</pre>after")]
    [InlineData("```never closed", "```never closed")]
    [InlineData("&gt; said\n&gt; twice\nanswer", "<blockquote>said<br>twice</blockquote>answer")]
    [InlineData("a &amp; b &lt; c", "a &amp; b &lt; c")]
    [InlineData("&amp;lt;", "&amp;lt;")]
    public async Task Marks_become_tags(string mrkdwn, string html) => Assert.Equal(html, await ReadAsync(mrkdwn));

    [Theory]
    [InlineData("<https://example.test/a?b=1&amp;c=2|the page>", "the page", "https://example.test/a?b=1&c=2")]
    [InlineData("<https://example.test>", "https://example.test", "https://example.test")]
    [InlineData("<mailto:maya@example.test>", "maya@example.test", "mailto:maya@example.test")]
    public async Task Links_carry_label_and_address(string mrkdwn, string label, string address)
    {
        var link = new HtmlParser().ParseDocument(await RenderedText.OfAsync(mrkdwn)).QuerySelector("a")!;

        Assert.Equal(label, link.TextContent);
        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Equal("noopener noreferrer", link.GetAttribute("rel"));
    }

    [Theory]
    [InlineData("<@U0MAYA0001>", "@Maya Lindqvist")]
    [InlineData("<@U0MAYA0001|maya>", "@Maya Lindqvist")]
    [InlineData("<@UNOBODY|somebody>", "@somebody")]
    [InlineData("<#C0INCIDENT>", "#incidents")]
    [InlineData("<#C0UNKNOWN>", "#private-channel")]
    [InlineData("<!subteam^S0ONCALL01>", "@oncall")]
    [InlineData("<!here> <!channel>", "@here @channel")]
    [InlineData(":pushpin: 12:30 :no_such_emoji:", "📌 12:30 :no_such_emoji:")]
    [InlineData(":+1::rotating_light:", "👍🚨")]
    public async Task Names_are_shown_instead_of_ids(string mrkdwn, string text) =>
        Assert.Equal(text, new HtmlParser().ParseDocument(await RenderedText.OfAsync(mrkdwn)).Body!.TextContent.Trim());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("*<img src=x onerror=alert(1)>*")]
    [InlineData("`<img src=x onerror=alert(1)>`")]
    [InlineData("```<svg onload=alert(1)>```")]
    [InlineData("<javascript:alert(1)|click>")]
    [InlineData("<data:text/html,alert(1)|click>")]
    [InlineData("<https://example.test/\" onmouseover=\"alert(1)|click>")]
    [InlineData("<@U0\"><img src=x onerror=alert(1)>")]
    [InlineData("<@UNOBODY|<img src=x onerror=alert(1)>")]
    [InlineData("<!date^1^{time}^javascript:alert(1)|<b onclick=alert(1)>>")]
    [InlineData("&gt; <iframe src=javascript:alert(1)>")]
    public async Task Nothing_that_people_write_becomes_markup_of_its_own(string mrkdwn)
    {
        var body = new HtmlParser().ParseDocument(await RenderedText.OfAsync(mrkdwn)).Body!;

        Assert.Empty(body.QuerySelectorAll("script, img, svg, iframe"));
        Assert.DoesNotContain(
            body.QuerySelectorAll("*").SelectMany(e => e.Attributes),
            a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(body.QuerySelectorAll("a"), a => !a.GetAttribute("href")!.StartsWith("https://", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dates_are_in_the_readers_zone()
    {
        const string Date = "<!date^1769428800^{date_num} {time}|2026-01-26 12:00 UTC>";

        var stockholm = await RenderedText.OfAsync(Date, "maya");
        var tokyo = await RenderedText.OfAsync(Date, "aiko");

        Assert.Contains("2026-01-26 13:00", stockholm, StringComparison.Ordinal);
        Assert.Contains("2026-01-26 21:00", tokyo, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(string mrkdwn) =>
        new HtmlParser().ParseDocument(await RenderedText.OfAsync(mrkdwn)).Body!.InnerHtml;
}
