using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>The kinds of timeline entries, the same everywhere: one emoji, one word, one value in menus.</summary>
/// <param name="Value">What menus send back; never changes its meaning.</param>
/// <param name="Word">What people read.</param>
/// <param name="Emoji">Shown before the entry.</param>
/// <param name="Kind">The kind in the domain.</param>
/// <param name="State">The signal's state; null for other kinds.</param>
internal sealed record EntryWords(string Value, string Word, string Emoji, EntryKind Kind, SignalState? State = null)
{
    public static readonly EntryWords Event = new("event", "Event", ":pushpin:", EntryKind.Event);

    /// <summary>The kinds that people can choose; only the bot adds facts.</summary>
    public static readonly IReadOnlyList<EntryWords> All =
    [
        Event,
        new("signal", "Signal", ":satellite_antenna:", EntryKind.Signal, SignalState.Fired),
        new("missed_signal", "Missed signal", ":no_bell:", EntryKind.Signal, SignalState.Missed),
        new("noticed_signal", "Noticed by a person", ":eyes:", EntryKind.Signal, SignalState.Noticed),
        new("decision", "Decision", ":scales:", EntryKind.Decision),
        new("note", "Note", ":memo:", EntryKind.Note),
    ];

    private static readonly EntryWords Fact = new("fact", "Fact", ":small_blue_diamond:", EntryKind.Fact);

    /// <summary>The kind as an option of a menu.</summary>
    public Option Option => new(new PlainText($"{Emoji} {Word}"), Value);

    public EntryWish From(EntrySource source) => new(Kind, State, source);

    public static EntryWords For(EntryKind kind, SignalState? state) =>
        All.FirstOrDefault(words => words.Kind == kind && words.State == state) ?? Fact;

    /// <summary>What was chosen in a menu; an event when nothing was.</summary>
    public static EntryWords Parse(string? value) => All.FirstOrDefault(words => words.Value == value) ?? Event;
}
