using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame.Packs;

/// <summary>What a word can be.</summary>
internal readonly record struct Sense(UInt128 Classes, VerbForms Forms, Verb? Verb);

/// <summary>A verb's forms.</summary>
internal sealed record Verb(string Base, string Third, string Past, string Participle, string Gerund);

/// <summary>The words of a language with their classes; a class is a bit.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, UInt128> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sense> senses = new(StringComparer.Ordinal);
    private readonly List<(string Suffix, UInt128 Class)> suffixes;
    private readonly Inflection inflection;

    public Lexicon(PackFile file)
    {
        inflection = new Inflection(file.Inflection);
        foreach (var (name, words) in file.Words)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(word, ClassOf(name), VerbForms.None, null);
            }
        }

        foreach (var (name, verbs) in file.Verbs)
        {
            foreach (var entry in verbs.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Add(inflection.Of(entry), ClassOf(name));
            }
        }

        suffixes = [.. file.Suffixes.Select(suffix => (suffix.Key, this[suffix.Value]))];
    }

    /// <summary>The bit of a class; a name that no word list has is an error of the pack.</summary>
    public UInt128 this[string name] => classes.TryGetValue(name, out var bit)
        ? bit
        : throw new InvalidDataException($"The language pack has no class '{name}'.");

    public Sense Find(string lower) => senses.TryGetValue(lower, out var sense)
        ? sense
        : new Sense(ClassOfUnknown(lower), inflection.FormsOfUnknown(lower), null);

    private UInt128 ClassOfUnknown(string lower) =>
        suffixes.Find(one => lower.Length > one.Suffix.Length + 2 && lower.EndsWith(one.Suffix, StringComparison.Ordinal)).Class;

    private UInt128 ClassOf(string name)
    {
        if (!classes.TryGetValue(name, out var bit))
        {
            bit = classes.Count < 128
                ? UInt128.One << classes.Count
                : throw new InvalidDataException("A language pack has at most 128 classes.");
            classes.Add(name, bit);
        }

        return bit;
    }

    private void Add(Verb verb, UInt128 bit)
    {
        Add(verb.Base, bit, VerbForms.Base, verb);
        Add(verb.Third, bit, VerbForms.Third, verb);
        Add(verb.Past, bit, VerbForms.Past, verb);
        Add(verb.Participle, bit, VerbForms.Participle, verb);
        Add(verb.Gerund, bit, VerbForms.Gerund, verb);
    }

    private void Add(string word, UInt128 bit, VerbForms forms, Verb? verb)
    {
        var known = senses.GetValueOrDefault(word);
        senses[word] = new Sense(known.Classes | bit, known.Forms | forms, known.Verb ?? verb);
    }
}
