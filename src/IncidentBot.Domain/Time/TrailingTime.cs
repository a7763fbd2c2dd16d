namespace IncidentBot.Domain.Time;

/// <summary>A note with its time: "rolled back the release at 14:05" is the note and the time.</summary>
/// <param name="Text">The note without the time, trimmed; may be empty.</param>
/// <param name="At">When it happened, UTC; null when no time was given.</param>
public sealed record TrailingTime(string Text, DateTimeOffset? At)
{
    /// <summary>Splits the last "at ..." off, if what follows it is a time; "looked at the logs" stays a note.</summary>
    /// <param name="typed">What was typed; null counts as empty.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The zone of the person who typed it.</param>
    public static TrailingTime Split(string? typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var text = (typed ?? "").Trim();
        // The form "yesterday at 23:50" has an "at" of its own, so every one is tried, the longest time first.
        for (var from = 0; (from = text.IndexOf("at ", from, StringComparison.OrdinalIgnoreCase)) >= 0; from++)
        {
            var startsWord = from == 0 || char.IsWhiteSpace(text[from - 1]);
            var at = startsWord ? BackDatedTime.Parse(text[(from + 3)..], now, zone) : default;
            if (startsWord && at.Ok)
            {
                return new TrailingTime(text[..from].TrimEnd(), at.Value);
            }
        }

        return new TrailingTime(text, null);
    }
}
