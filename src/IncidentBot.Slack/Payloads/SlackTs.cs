using System.Globalization;
using System.Runtime.InteropServices;

namespace IncidentBot.Slack.Payloads;

/// <summary>
/// Slack's time stamp: seconds and a sequence number. A string on the wire, because a floating-point number loses digits.
/// </summary>
/// <param name="Seconds">Unix seconds.</param>
/// <param name="Sequence">The six digits after the dot, which order messages of one second.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SlackTs(long Seconds, int Sequence) : IComparable<SlackTs>
{
    /// <summary>Reads "1769428805.120119"; also takes a time stamp without its dot, which old events carry.</summary>
    /// <param name="text">The time stamp.</param>
    /// <param name="ts">What was read.</param>
    /// <returns>Whether it was one.</returns>
    public static bool TryParse(string? text, out SlackTs ts)
    {
        ts = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 && text.Length > 10)
        {
            return TryParse(text.Insert(text.Length - 6, "."), out ts);
        }

        var sequence = 0;
        var whole = dot < 0 ? text : text[..dot];
        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
        {
            return false;
        }

        if (dot >= 0
            && (text.Length != dot + 7
                || !int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out sequence)))
        {
            return false;
        }

        ts = new SlackTs(seconds, sequence);
        return true;
    }

    /// <summary>Reads a time stamp that must be one.</summary>
    /// <param name="text">The time stamp.</param>
    /// <returns>What was read.</returns>
    public static SlackTs Parse(string text) =>
        TryParse(text, out var ts) ? ts : throw new FormatException($"\"{text}\" is not a Slack timestamp.");

    /// <summary>When the message was written: the seconds part, in UTC.</summary>
    /// <returns>The instant.</returns>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeSeconds(Seconds);

    /// <inheritdoc/>
    public int CompareTo(SlackTs other) => (Seconds, Sequence).CompareTo((other.Seconds, other.Sequence));

    /// <summary>The form on the wire.</summary>
    /// <returns>"1769428805.120119".</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds}.{Sequence:D6}");

    /// <summary>Earlier than.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(SlackTs left, SlackTs right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(SlackTs left, SlackTs right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(SlackTs left, SlackTs right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(SlackTs left, SlackTs right) => left.CompareTo(right) >= 0;
}
