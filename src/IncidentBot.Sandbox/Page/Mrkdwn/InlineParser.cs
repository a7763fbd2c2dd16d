using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Page.Mrkdwn;

/// <summary>One line of mrkdwn.</summary>
internal sealed partial class InlineParser
{
    private readonly List<MrkdwnNode> nodes = [];
    private readonly StringBuilder plain = new();
    private readonly string line;
    private int at;

    private InlineParser(string line) => this.line = line;

    public static IReadOnlyList<MrkdwnNode> Parse(string line) => new InlineParser(line).Run();

    public static string Decode(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    private List<MrkdwnNode> Run()
    {
        while (at < line.Length)
        {
            if (!Special())
            {
                plain.Append(line[at++]);
            }
        }

        Flush();
        return nodes;
    }

    private bool Special() => line[at] switch
    {
        '<' => Angle(),
        '`' => Code(),
        ':' => Emoji(),
        '*' => Span('*', "b"),
        '_' => Span('_', "i"),
        '~' => Span('~', "s"),
        _ => false,
    };

    private bool Angle()
    {
        var end = line.IndexOf('>', at);
        if (end < 0 || AngleToken.Read(line[(at + 1)..end]) is not { } node)
        {
            return false;
        }

        return Add(node, end + 1);
    }

    private bool Code()
    {
        var end = line.IndexOf('`', at + 1);
        return end > at + 1 && Add(new CodeNode(Decode(line[(at + 1)..end]), IsBlock: false), end + 1);
    }

    private bool Emoji()
    {
        var match = EmojiName().Match(line, at);
        return match.Success && EmojiTable.IsKnown(match.Groups["name"].Value)
            && Add(new EmojiNode(match.Groups["name"].Value), at + match.Length);
    }

    /// <summary>Marks hug their words: "*bold*" is bold, "2 * 3 * 4" and "snake_case_name" are not marked.</summary>
    private bool Span(char mark, string tag)
    {
        if ((at > 0 && char.IsLetterOrDigit(line[at - 1]))
            || at + 1 >= line.Length
            || char.IsWhiteSpace(line[at + 1])
            || line[at + 1] == mark)
        {
            return false;
        }

        var end = Closing(mark);
        return end > 0 && Add(new SpanNode(tag, Parse(line[(at + 1)..end])), end + 1);
    }

    private int Closing(char mark)
    {
        for (var i = at + 1; i < line.Length; i++)
        {
            if (line[i] is '<' or '`')
            {
                var over = line.IndexOf(line[i] == '<' ? '>' : '`', i + 1);
                i = over < 0 ? i : over;
            }
            else if (line[i] == mark && !char.IsWhiteSpace(line[i - 1]) && (i + 1 == line.Length || !char.IsLetterOrDigit(line[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Add(MrkdwnNode node, int next)
    {
        Flush();
        nodes.Add(node);
        at = next;
        return true;
    }

    private void Flush()
    {
        if (plain.Length > 0)
        {
            nodes.Add(new PlainNode(Decode(plain.ToString())));
            plain.Clear();
        }
    }

    [GeneratedRegex(@"\G:(?<name>[a-z0-9_+'-]+):", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmojiName();
}
