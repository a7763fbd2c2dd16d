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
    public static readonly EntryWords Event = Of(ReactionMeaning.Event)!;

    /// <summary>The kinds that people can choose; only the bot adds facts.</summary>
    public static readonly IReadOnlyList<EntryWords> All =
    [
        .. ReactionMeaning.All.Select(Of).OfType<EntryWords>()
            .Append(new("noticed_signal", "Noticed by a person", ":eyes:", EntryKind.Signal, SignalState.Noticed))
            .Append(new("note", "Note", ":memo:", EntryKind.Note))
            .OrderBy(words => words.Kind).ThenBy(words => words.State),
    ];

    private static readonly EntryWords Fact = new("fact", "Fact", ":small_blue_diamond:", EntryKind.Fact);

    /// <summary>The kind as an option of a menu.</summary>
    public Option Option => new(new PlainText($"{Emoji} {Word}"), Value);

    /// <summary>":pushpin: event · :scales: decision", with the emoji of the settings; those without an emoji are left out.</summary>
    public static Mrkdwn Legend(IEnumerable<ReactionMeaning> meanings, ReactionMap reactions) => Mrkdwn.Join(
        " · ",
        from meaning in meanings
        from emoji in reactions.EmojiFor(meaning).Take(1)
        select Mrkdwn.Raw($":{emoji}: {meaning.Word.ToLowerInvariant()}"));

    public RequestedEntry From(EntrySource source) => new(Kind, State, source);

    public static EntryWords For(EntryKind kind, SignalState? state) =>
        All.FirstOrDefault(words => words.Kind == kind && words.State == state) ?? Fact;

    /// <summary>What was chosen in a menu; an event when nothing was.</summary>
    public static EntryWords Parse(string? value) => All.FirstOrDefault(words => words.Value == value) ?? Event;

    private static EntryWords? Of(ReactionMeaning meaning) => meaning.Kind is { } kind
        ? new EntryWords(meaning.Id, meaning.Word, $":{meaning.Emoji}:", kind, meaning.State)
        : null;
}
