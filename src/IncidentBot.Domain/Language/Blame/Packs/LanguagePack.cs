using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Domain.Language.Blame.Patterns;

namespace IncidentBot.Domain.Language.Blame.Packs;

/// <summary>Everything the check knows about one language: a second language is a second file.</summary>
internal sealed class LanguagePack
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly ConcurrentDictionary<string, Lazy<LanguagePack>> Loaded = new(StringComparer.Ordinal);

    private LanguagePack(PackFile file)
    {
        Lexicon = new Lexicon(file);
        Classes = new WordClasses(Lexicon);
        (Contracted, Spellings) = (file.Contracted.ToHashSet(StringComparer.Ordinal), file.Spellings);
        (Clitics, StandIn, SecondStandIn) = (file.Clitics, file.StandIn, file.SecondStandIn);
        (Leaders, Quoting, Concrete) = (Read(file.Leaders), Read(file.Quoting), Read(file.Concrete));
        Rules = [.. file.Rules.Select(rule => BlameRule.Read(rule, Lexicon))];
        Repairs = [.. file.Repairs.Select(pair => (new Regex(pair[0], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), pair[1]))];
        Index = new PatternIndex(
            [.. Rules.SelectMany(rule => rule.Patterns.Select(pattern => new RulePattern(rule, pattern)))], Classes, Lexicon);
        NameRule = BlameRule.Read(file.NameRule, Lexicon);
        if (Rules.Select(rule => rule.Id).Distinct().Count() != Rules.Count)
        {
            throw new InvalidDataException($"The language pack '{file.Language}' has two rules with the same id.");
        }
    }

    public static LanguagePack English => Of(BlameLanguages.English);

    public Lexicon Lexicon { get; }

    public WordClasses Classes { get; }

    public IReadOnlyList<string> Clitics { get; }

    public IReadOnlySet<string> Contracted { get; }

    public IReadOnlyDictionary<string, string> Spellings { get; }

    /// <summary>Stands in for a name that is left out: "a team member".</summary>
    public string StandIn { get; }

    /// <summary>Stands in for a second name.</summary>
    public string SecondStandIn { get; }

    public IReadOnlyList<(Regex Broken, string Mended)> Repairs { get; }

    public PatternIndex Index { get; }

    public IReadOnlyList<Pattern> Leaders { get; }

    public IReadOnlyList<Pattern> Quoting { get; }

    public IReadOnlyList<Pattern> Concrete { get; }

    public IReadOnlyList<BlameRule> Rules { get; }

    /// <summary>The rule about names, whose words are those of the people present.</summary>
    public BlameRule NameRule { get; }

    /// <summary>The pack of a language, read once.</summary>
    public static LanguagePack Of(string language) => Loaded.GetOrAdd(language, name => new(() => Load(name))).Value;

    /// <summary>Reads a pack and refuses an incomplete one.</summary>
    public static LanguagePack Parse(string json) =>
        new(JsonSerializer.Deserialize<PackFile>(json, Json) ?? throw new InvalidDataException("The language pack is empty."));

    private static LanguagePack Load(string language)
    {
        using var stream = typeof(LanguagePack).Assembly.GetManifestResourceStream(
            $"IncidentBot.Domain.Language.Blame.Packs.{language}.json")
            ?? throw new InvalidDataException($"There is no language pack '{language}'.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private List<Pattern> Read(List<string> notations) => [.. notations.Select(notation => PatternNotation.Read(notation, Lexicon))];
}
