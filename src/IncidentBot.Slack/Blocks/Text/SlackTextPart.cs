using System.Globalization;

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
    private static readonly string[] SilentSchemes = ["mailto:", "tel:"];

    /// <summary>The part as a person would read it; never an id.</summary>
    public string Plain => Kind switch
    {
        SlackTextKind.User => Label is null ? "someone" : "@" + Label.TrimStart('@'),
        SlackTextKind.Channel => Label is null ? "a channel" : "#" + Label.TrimStart('#'),
        SlackTextKind.UserGroup => Label is null ? "a group" : "@" + Label.TrimStart('@'),
        SlackTextKind.Broadcast => "@" + Target,
        SlackTextKind.Date => Label ?? Instant(Target),
        SlackTextKind.Link => Link(Target, Label),
        _ => Label ?? Target,
    };

    private static string Instant(string seconds) =>
        long.TryParse(seconds, NumberStyles.Integer, CultureInfo.InvariantCulture, out var unix)
            && unix >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && unix <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(unix).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
                : "a date";

    /// <summary>Label and address; one of them where Slack made the label from the address.</summary>
    private static string Link(string address, string? label)
    {
        var scheme = SilentSchemes.FirstOrDefault(each => address.StartsWith(each, StringComparison.OrdinalIgnoreCase));
        var readable = address[(scheme?.Length ?? 0)..];
        if (label is null || label == address)
        {
            return readable;
        }

        var isAddress = label.Contains('.', StringComparison.Ordinal)
            && address.TrimEnd('/').EndsWith(label.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
        return isAddress || label == readable ? label : $"{label} ({readable})";
    }

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
