namespace IncidentBot.Tests.Features.Timelines;

/// <content>What apps post: their words are in blocks and attachments.</content>
internal static partial class MessageShapes
{
    private static readonly Dictionary<string, MessageShape> Apps = new(StringComparer.Ordinal)
    {
        ["Webhook of old"] = new("""{"username":"nagios","bot_id":"B0NAGIOS01","text":"CRITICAL: db-1"}""", "CRITICAL: db-1", "nagios"),
        ["Alert in an attachment"] = new(
            """{"username":"Grafana","bot_id":"B0GRAFANA1","attachments":[{"fallback":"x","title":"[FIRING] 5xx","text":"12 %"}]}""",
            "[FIRING] 5xx\n12 %",
            "Grafana"),
        ["Attachment with fields"] = Attached(
            """{"fallback":"x","title":"Alert","fields":[{"title":"Host:","value":"db-1"},{"title":"State","value":"down"}]}""",
            "Alert\nHost: db-1\nState: down"),
        ["Attachment with a line before it"] = Attached("""{"fallback":"x","pretext":"New:","text":"disk full"}""", "New:\ndisk full"),
        ["Attachment with a link as title"] = Attached(
            """{"fallback":"x","title":"OPS-7","title_link":"https://j.test/7","footer":"tracker"}""", "OPS-7"),
        ["Attachment with blocks"] = Attached(
            """{"fallback":"x","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"build 12 failed"}}]}""", "build 12 failed"),
        ["Attachment for old screens only"] = Attached("""{"fallback":"CPU 99 %"}""", "CPU 99 %"),
        ["Picture in an attachment"] = Attached(
            """{"fallback":"[no preview available]","image_url":"https://g.test/1.png"}""", "an image"),
        ["Text that an attachment repeats"] = new(
            """{"text":"Disk full!","attachments":[{"fallback":"disk full","text":"disk full"}]}""", "Disk full!", App),
        ["Several attachments"] = Attached("""{"fallback":"x","text":"eu: down"},{"fallback":"y","text":"us: up"}""", "eu: down\nus: up"),
        ["Forwarded file"] = new(
            """{"person":"ben","attachments":[{"is_share":true,"author_name":"aiko","fallback":"x","files":[{"name":"graph.png"}]}]}""",
            "aiko: graph.png"),
        ["Unfolded link"] = new(
            """
            {"person":"ben","text":"<https://status.test/9>",
             "attachments":[{"from_url":"https://status.test/9","title":"Degraded checkout","fallback":"x"}]}
            """,
            "https://status.test/9\nDegraded checkout"),
        ["Header, section, context"] = Blocks(
            """
            {"type":"header","text":{"type":"plain_text","text":"Deploy failed"}},
            {"type":"section","text":{"type":"mrkdwn","text":"step <https://ci.test/3|3>"}},{"type":"divider"},
            {"type":"context","elements":[{"type":"image","alt_text":"logo"},{"type":"mrkdwn","text":"by ci"}]}
            """,
            "Deploy failed\nstep 3 (https://ci.test/3)\nby ci"),
        ["Fields of a section"] = Blocks(
            """
            {"type":"section","fields":[{"type":"mrkdwn","text":"*Region:* eu"},{"type":"plain_text","text":"a & b"}]}
            """,
            "*Region:* eu\na & b"),
        ["Buttons"] = Blocks(
            """
            {"type":"section","text":{"type":"mrkdwn","text":"Page <!subteam^S0ONCALL01>?"}},
            {"type":"actions","elements":[{"type":"button","action_id":"ack","text":{"type":"plain_text","text":"Acknowledge"}}]}
            """,
            "Page @oncall?"),
        ["Pictures only in the context"] = Blocks(
            """{"type":"context","elements":[{"type":"image","alt_text":"all green"}]}""", "all green"),
        ["Image"] = Blocks(
            """{"type":"image","image_url":"https://g.test/1.png","alt_text":"5xx climbs","title":{"type":"plain_text","text":"Errors"}}""",
            "Errors\n5xx climbs"),
        ["Table"] = Blocks(
            """
            {"type":"table","rows":[[{"type":"raw_text","text":"eu"},{"type":"rich_text","elements":[{"type":"rich_text_section",
             "elements":[{"type":"text","text":"12 %"}]}]}]]}
            """,
            "eu | 12 %"),
        ["Markdown"] = Blocks(
            """{"type":"markdown","text":"# Report\n**5xx** on [board](https://g.test/1)"}""", "Report\n5xx on board (https://g.test/1)"),
        ["Ordered list"] = Rich(
            """
            {"type":"rich_text_list","style":"ordered","elements":[
             {"type":"rich_text_section","elements":[{"type":"text","text":"drain"}]},
             {"type":"rich_text_section","elements":[{"type":"link","url":"https://r.test/2","text":"restart"}]}]}
            """,
            "1. drain\n2. restart (https://r.test/2)"),
        ["Quotation and code"] = Rich(
            """
            {"type":"rich_text_quote","elements":[{"type":"text","text":"it works"}]},
            {"type":"rich_text_preformatted","elements":[{"type":"text","text":"exit 1"}]}
            """,
            "> it works\nexit 1"),
        ["Call"] = Blocks("""{"type":"call","call":{"v1":{"name":"War room"}}}""", "War room"),
        ["Block of a later year"] = Blocks(
            """{"type":"card","title":{"type":"plain_text","text":"Rollout"},"body":{"type":"mrkdwn","text":"stopped at 5 %"}}""",
            "Rollout\nstopped at 5 %"),
    };

    private static MessageShape Attached(string attachments, string words) => new($$"""{"attachments":[{{attachments}}]}""", words, App);

    private static MessageShape Blocks(string blocks, string words) => new($$"""{"blocks":[{{blocks}}]}""", words, App);

    private static MessageShape Rich(string elements, string words) =>
        Blocks($$"""{"type":"rich_text","elements":[{{elements}}]}""", words);
}
