using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Timelines;

/// <summary>A signal as people type it: "disk alert at 14:05 missed".</summary>
/// <param name="Text">The signal, trimmed; may be empty.</param>
/// <param name="At">When, UTC; null when no time was given.</param>
/// <param name="State">Missed when that is the last word, otherwise fired.</param>
public sealed record TypedSignal(string Text, DateTimeOffset? At, SignalState State)
{
    private const string Missed = "missed";

    /// <summary>Reads a typed signal. In a sentence such as "the alert was missed", the last word stays part of the text.</summary>
    /// <param name="typed">What was typed; null counts as empty.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The zone of the person who typed it.</param>
    public static TypedSignal Read(string? typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var whole = TrailingTime.Split(typed, now, zone);
        if (!SaysMissed(whole.Text))
        {
            return new TypedSignal(whole.Text, whole.At, SignalState.Fired);
        }

        var before = TrailingTime.Split(whole.Text[..^Missed.Length], now, zone);
        return whole.At is null && before.At is not null
            ? new TypedSignal(before.Text, before.At, SignalState.Missed)
            : new TypedSignal(whole.Text, whole.At, SignalState.Missed);
    }

    private static bool SaysMissed(string text) =>
        text.EndsWith(Missed, StringComparison.OrdinalIgnoreCase)
        && (text.Length == Missed.Length || char.IsWhiteSpace(text[^(Missed.Length + 1)]));
}
