using System.Globalization;

namespace IncidentBot.Domain.Timelines;

/// <summary>The chat's message ids read as instants: "1732187045.000100" is seconds since 1970, a dot and a counter.</summary>
public static class MessageTs
{
    /// <summary>The instant in a message id, UTC, to the microsecond.</summary>
    /// <param name="ts">A message id as the chat gives it.</param>
    /// <returns>The instant; refused, about "ts", when the text is none.</returns>
    public static Result<DateTimeOffset> At(string? ts)
    {
        const decimal lastSecond = 253402300799m;
        var isNumber = decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
        return isNumber && seconds < lastSecond
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : new Refusal("That is not a message id.", "ts");
    }
}
