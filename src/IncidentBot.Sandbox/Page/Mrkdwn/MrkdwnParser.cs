namespace IncidentBot.Sandbox.Page.Mrkdwn;

/// <summary>Blocks of mrkdwn: fenced code, quotes and lines.</summary>
internal static class MrkdwnParser
{
    private const string Fence = "```";

    public static IReadOnlyList<MrkdwnNode> Parse(string text)
    {
        var nodes = new List<MrkdwnNode>();
        var parts = text.ReplaceLineEndings("\n").Split(Fence);
        for (var i = 0; i < parts.Length; i++)
        {
            var isCode = i % 2 == 1 && i < parts.Length - 1;
            if (isCode)
            {
                nodes.Add(new CodeNode(InlineParser.Decode(parts[i].Trim('\n')), IsBlock: true));
                continue;
            }

            var isUnclosedFence = i % 2 == 1;
            var lines = isUnclosedFence ? Fence + parts[i] : parts[i];
            Lines(nodes, i > 0 && !isUnclosedFence ? TrimOneBreak(lines) : lines);
        }

        return nodes;
    }

    /// <summary>The line break after a code block is the block's own.</summary>
    private static string TrimOneBreak(string text) => text.StartsWith('\n') ? text[1..] : text;

    private static void Lines(List<MrkdwnNode> nodes, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var quoted = new List<string>();
        var isFirst = true;
        foreach (var line in text.Split('\n'))
        {
            if (Quoted(line) is { } inner)
            {
                quoted.Add(inner);
                continue;
            }

            isFirst = Quote(nodes, quoted) || isFirst;
            if (!isFirst)
            {
                nodes.Add(new LineBreakNode());
            }

            nodes.AddRange(InlineParser.Parse(line));
            isFirst = false;
        }

        Quote(nodes, quoted);
    }

    /// <summary>True when there was a quote: a block, so no line break is due after it.</summary>
    private static bool Quote(List<MrkdwnNode> nodes, List<string> lines)
    {
        if (lines.Count == 0)
        {
            return false;
        }

        var content = new List<MrkdwnNode>();
        foreach (var line in lines)
        {
            if (content.Count > 0)
            {
                content.Add(new LineBreakNode());
            }

            content.AddRange(InlineParser.Parse(line));
        }

        nodes.Add(new SpanNode("blockquote", content));
        lines.Clear();
        return true;
    }

    private static string? Quoted(string line) =>
        line.StartsWith("&gt;", StringComparison.Ordinal) ? line[4..].TrimStart()
        : line.StartsWith("> ", StringComparison.Ordinal) || line == ">" ? line[1..].TrimStart()
        : null;
}
