namespace IncidentBot.Domain.Timelines;

/// <summary>Which emoji means what. Emoji are names without colons; skin tones do not matter.</summary>
public sealed class ReactionMap
{
    /// <summary>The bot's own reaction to a message on the timeline; it can't have another meaning.</summary>
    public const string Acknowledgement = "white_check_mark";

    private readonly Dictionary<string, ReactionMeaning> _meanings;

    private ReactionMap(Dictionary<string, ReactionMeaning> meanings) => _meanings = meanings;

    /// <summary>The default emoji.</summary>
    public static ReactionMap Default { get; } = new(ReactionMeaning.All.ToDictionary(meaning => meaning.Emoji));

    /// <summary>Creates a map from settings. A meaning that is left out has no emoji.</summary>
    /// <param name="emoji">The emoji of each meaning, with or without colons.</param>
    /// <returns>The map; refused, about "reactions", when a name is empty, has two meanings or is the acknowledgement.</returns>
    public static Result<ReactionMap> Create(IReadOnlyDictionary<ReactionMeaning, IReadOnlyList<string>> emoji)
    {
        var meanings = new Dictionary<string, ReactionMeaning>();
        foreach (var (meaning, name) in emoji.SelectMany(row => row.Value.Select(name => (row.Key, WithoutColonsAndTone(name)))))
        {
            if (name.Length == 0 || name == Acknowledgement)
            {
                return new Refusal($"\":{name}:\" cannot mean {meaning.Word}: it is empty or the bot's own.", "reactions");
            }

            if (!meanings.TryAdd(name, meaning))
            {
                return new Refusal($":{name}: means both {meanings[name].Word} and {meaning.Word}. Choose one of them.", "reactions");
            }
        }

        return new ReactionMap(meanings);
    }

    /// <summary>What an emoji means; null when it has no meaning here.</summary>
    /// <param name="emoji">Its name as the chat reports it, such as "pushpin" or "thumbsup::skin-tone-2".</param>
    public ReactionMeaning? Find(string emoji) =>
        _meanings.TryGetValue(WithoutColonsAndTone(emoji), out var meaning) ? meaning : null;

    /// <summary>The emoji of a meaning, without colons, in the order of the settings; empty when it has none.</summary>
    /// <param name="meaning">One of <see cref="ReactionMeaning.All"/>.</param>
    public IReadOnlyList<string> EmojiFor(ReactionMeaning meaning) =>
        [.. _meanings.Where(row => row.Value == meaning).Select(row => row.Key)];

    private static string WithoutColonsAndTone(string emoji)
    {
        var name = emoji.Trim().Trim(':');
        var tone = name.IndexOf("::", StringComparison.Ordinal);
        return tone < 0 ? name : name[..tone];
    }
}
