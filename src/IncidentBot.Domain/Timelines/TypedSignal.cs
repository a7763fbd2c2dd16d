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
    /// <returns>The signal; refused, about "at", when what looks like a time cannot be read or lies in the future.</returns>
    public static Result<TypedSignal> Read(string? typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var read = TimedText.Read(typed, now, zone);
        if (read is not { Ok: true, Value: { } whole })
        {
            return read.Refusal!;
        }

        var sentence = whole.Text.TrimEnd('.', ',', '!');
        if (!SaysMissed(sentence))
        {
            return new TypedSignal(whole.Text, whole.At, SignalState.Fired);
        }

        if (whole.At is not null)
        {
            return new TypedSignal(whole.Text, whole.At, SignalState.Missed);
        }

        var before = TimedText.Read(sentence[..^Missed.Length], now, zone);
        return before switch
        {
            { Ok: false, Refusal: var refusal } => refusal,
            { Value.At: { } at } => new TypedSignal(before.Value.Text, at, SignalState.Missed),
            _ => new TypedSignal(whole.Text, null, SignalState.Missed),
        };
    }

    private static bool SaysMissed(string text) =>
        text.EndsWith(Missed, StringComparison.OrdinalIgnoreCase)
        && (text.Length == Missed.Length || char.IsWhiteSpace(text[^(Missed.Length + 1)]));
}
