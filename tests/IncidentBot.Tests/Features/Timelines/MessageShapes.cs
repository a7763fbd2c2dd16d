namespace IncidentBot.Tests.Features.Timelines;

/// <summary>A message as an app or a person really posts it, and the words that someone would read in it.</summary>
/// <param name="Posted">Its parts as JSON: text, blocks, attachments, and who posted it ("person", or "username" for a webhook).</param>
/// <param name="Words">The words.</param>
/// <param name="Author">Who posted it, as the timeline names them.</param>
internal sealed record MessageShape(string Posted, string Words, string Author = "ben");

/// <summary>The shapes, each by its name.</summary>
internal static partial class MessageShapes
{
    private const string App = "Alertmanager";

    public static IReadOnlyDictionary<string, MessageShape> All =>
        Typed.Concat(Apps).ToDictionary(shape => shape.Key, shape => shape.Value, StringComparer.Ordinal);

    /// <summary>What people type, as Slack's text has it.</summary>
    private static readonly Dictionary<string, MessageShape> Typed = new(StringComparer.Ordinal)
    {
        ["Plain words"] = Says("checkout is slow", "checkout is slow"),
        ["Escaped signs"] = Says("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"),
        ["Link"] = Says("see <https://g.test/a_b?c=d&amp;e=f>", "see https://g.test/a_b?c=d&e=f"),
        ["Link with a label"] = Says("see <https://g.test/7|the board>", "see the board (https://g.test/7)"),
        ["Link whose label is its address"] = Says("on <http://g.test|g.test>", "on g.test"),
        ["Mail address"] = Says("ask <mailto:ops@g.test|ops@g.test>", "ask ops@g.test"),
        ["Telephone number"] = Says("call <tel:+4912345|+4912345>", "call +4912345"),
        ["Mention"] = Says("<@U0BEN00002> restarted it", "@ben restarted it"),
        ["Mention with a name"] = Says("<@U0ZOE00001|zoe> knows more", "@zoe knows more"),
        ["Mention of no one we know"] = Says("ask <@U0GONE0001>", "ask someone"),
        ["Group"] = Says("<!subteam^S0ONCALL01> look", "@oncall look"),
        ["Group with a name"] = Says("<!subteam^S0OTHER001|@dba> look", "@dba look"),
        ["Channel"] = Says("as in <#C0GENERAL1>", "as in #general"),
        ["Channel with a name"] = Says("as in <#C0ELSE0001|elsewhere>", "as in #elsewhere"),
        ["Everyone"] = Says("<!here> <!channel> look", "@here @channel look"),
        ["Date"] = Says("since <!date^1772528400^{date_short} {time}|3 Mar, 09:00>", "since 3 Mar, 09:00"),
        ["Emoji"] = Says(":fire: :thumbsup::skin-tone-3: \U0001F44D\U0001F3FD", ":fire: :thumbsup::skin-tone-3: \U0001F44D\U0001F3FD"),
        ["Joined emoji"] = Says("\U0001F468\u200D\U0001F469\u200D\U0001F467 ok", "\U0001F468\u200D\U0001F469\u200D\U0001F467 ok"),
        ["Bold, italic, struck"] = Says("*all* _of_ ~it~", "*all* _of_ ~it~"),
        ["Code"] = Says("`SELECT 1` fails", "`SELECT 1` fails"),
        ["Code over lines"] = Says("```\nERROR 500\nat Pool\n```", "```\nERROR 500\nat Pool\n```"),
        ["Quotation"] = Says("&gt; works for me\nnot here", "> works for me\nnot here"),
        ["Several lines"] = Says("one\ntwo\n\nfour", "one\ntwo\n\nfour"),
        ["Bullets"] = Says("• one\n• two", "• one\n• two"),
        ["Right to left"] = Says("\u05E9\u05DC\u05D5\u05DD is down", "\u05E9\u05DC\u05D5\u05DD is down"),
        ["Accents and scripts"] = Says("Zähler 漢字 наблюдение", "Zähler 漢字 наблюдение"),
        ["Looks like a formula"] = Says("=1+1 | pipe \\\\ end", "=1+1 | pipe \\ end"),
        ["Looks like a table"] = Says("| a | b |\n|---|---|", "| a | b |\n|---|---|"),
        ["Looks like an id"] = Says("row U0BEN00002 in C0GENERAL1", "row U0BEN00002 in C0GENERAL1"),
        ["Ends in spaces"] = Says("  down again  \n", "down again"),
        ["Longer than an entry"] = Says(Repeated("log ", 900), Repeated("log ", 750).Trim()),
        ["About oneself"] = new("""{"person":"ben","subtype":"me_message","text":"restarts the pool"}""", "restarts the pool"),
        ["Typed with blocks"] = new(
            """
            {"person":"ben","text":"*done* by <@U0BEN00002>","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section",
             "elements":[{"type":"text","text":"done","style":{"bold":true}},{"type":"text","text":" by "},
              {"type":"user","user_id":"U0BEN00002"}]}]}]}
            """,
            "*done* by @ben"),
    };

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static MessageShape Says(string text, string words) => new(
        $$"""{"person":"ben","text":"{{text.Replace("\n", "\\n", StringComparison.Ordinal)}}"}""", words);
}
