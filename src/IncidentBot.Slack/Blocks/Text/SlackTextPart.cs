namespace IncidentBot.Slack.Blocks;

/// <summary>What a part of a text is.</summary>
public enum SlackTextKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A mention of a person.</summary>
    User,

    /// <summary>A mention of a channel.</summary>
    Channel,

    /// <summary>A mention of a user group.</summary>
    UserGroup,

    /// <summary>@here, @channel or @everyone.</summary>
    Broadcast,

    /// <summary>A date in the reader's zone.</summary>
    Date,

    /// <summary>A link.</summary>
    Link,
}

/// <summary>A plain run or one token in angle brackets of a text from Slack.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The part as it stands in the text.</param>
/// <param name="Target">The id, the address, the word or the unix seconds; the unescaped text of a plain run.</param>
/// <param name="Label">What stands after "|", unescaped; null when there is none.</param>
public sealed record SlackTextPart(SlackTextKind Kind, string Source, string Target, string? Label)
{
    /// <summary>The part as a person would read it.</summary>
    public string Plain => Kind switch
    {
        SlackTextKind.User => "@" + (Label ?? Target),
        SlackTextKind.Channel => "#" + (Label ?? Target),
        SlackTextKind.UserGroup => Label ?? "@" + Target,
        SlackTextKind.Broadcast => "@" + Target,
        _ => Label ?? Target,
    };

    internal static List<SlackTextPart> Split(string text)
    {
        var parts = new List<SlackTextPart>();
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf('<', position);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0)
            {
                open = text.Length;
            }

            if (open > position)
            {
                var run = text[position..open];
                parts.Add(new(SlackTextKind.Text, run, SlackText.Unescape(run), null));
            }

            if (close > 0)
            {
                parts.Add(Token(text[open..(close + 1)]));
            }

            position = close < 0 ? text.Length : close + 1;
        }

        return parts;
    }

    private static SlackTextPart Token(string source)
    {
        var body = source[1..^1];
        var bar = body.IndexOf('|', StringComparison.Ordinal);
        var target = SlackText.Unescape(bar < 0 ? body : body[..bar]);
        var label = bar < 0 || bar == body.Length - 1 ? null : SlackText.Unescape(body[(bar + 1)..]);
        return target switch
        {
            ['@', .. var id] => new(SlackTextKind.User, source, id, label),
            ['#', .. var id] => new(SlackTextKind.Channel, source, id, label),
            ['!', .. var word] when word.StartsWith("subteam^", StringComparison.Ordinal) =>
                new(SlackTextKind.UserGroup, source, word[8..], label),
            ['!', .. var word] when word.StartsWith("date^", StringComparison.Ordinal) =>
                new(SlackTextKind.Date, source, word.Split('^')[1], label),
            ['!', .. var word] => new(SlackTextKind.Broadcast, source, word, null),
            _ => new(SlackTextKind.Link, source, target, label),
        };
    }
}
