namespace IncidentBot.Domain.Language.Blame.Packs;

/// <summary>A language as its file describes it; <see cref="LanguagePack"/> is what the check reads.</summary>
internal sealed record PackFile
{
    public required string Language { get; init; }

    /// <summary>Endings that are words of their own, such as the "n't" of "didn't".</summary>
    public required List<string> Clitics { get; init; }

    /// <summary>Contractions without their apostrophe, such as "didnt".</summary>
    public required List<string> Contracted { get; init; }

    /// <summary>Alternative spellings of words.</summary>
    public required Dictionary<string, string> Spellings { get; init; }

    public required InflectionFile Inflection { get; init; }

    /// <summary>Words by class, separated by blanks.</summary>
    public required Dictionary<string, string> Words { get; init; }

    /// <summary>The class of a word that no list has, by its ending.</summary>
    public required Dictionary<string, string> Suffixes { get; init; }

    /// <summary>Verbs by class, separated by commas: the base form, or base, past and participle.</summary>
    public required Dictionary<string, string> Verbs { get; init; }

    /// <summary>Openings that are skipped before a sentence is checked: "In future, the team will ...".</summary>
    public required List<string> Leaders { get; init; }

    /// <summary>Words that introduce a quotation up to the end of the line: "Log says:".</summary>
    public required List<string> Quoting { get; init; }

    /// <summary>Words that make an intention checkable: "so that", "until".</summary>
    public required List<string> Concrete { get; init; }

    /// <summary>Stands in for a name that is left out.</summary>
    public required string StandIn { get; init; }

    public required string SecondStandIn { get; init; }

    /// <summary>Fixes for grammar after a rewrite, as pairs of a pattern and its replacement: "a engineer".</summary>
    public required List<string[]> Repairs { get; init; }

    public required RuleFile NameRule { get; init; }

    public required List<RuleFile> Rules { get; init; }
}

/// <summary>How regular verbs change, as pairs of an ending and its replacement; the first that fits is used.</summary>
internal sealed record InflectionFile(
    List<string[]> Third, List<string[]> Past, List<string[]> Gerund, List<string> UnknownPast, List<string> UnknownGerund);

internal sealed record RuleFile(string Id, string Harm, string Reframe, List<string>? Fields, List<PatternFile> Patterns);

/// <summary>One wording of a kind of blame.</summary>
/// <param name="When">The words, in the notation of <see cref="Patterns.PatternNotation"/>; several are alternatives.</param>
/// <param name="Subject">The required subject: person, elided, either, or no particular subject.</param>
/// <param name="Unless">A sentence with one of these is not blame.</param>
/// <param name="After">A sentence with one of these after the match is not blame, because it goes on to the system.</param>
/// <param name="Fields">The kinds of fields that it applies to; the rule's fields when absent.</param>
/// <param name="Rewrite">The replacement for everything from the subject to the end of the sentence.</param>
/// <param name="Fact">The same replacement for the timeline and the summary, which record facts.</param>
/// <param name="Instead">The replacement for the matched words alone.</param>
/// <param name="UnlessConcrete">True if a sentence with a checkable result is not blame.</param>
internal sealed record PatternFile(
    List<string> When,
    string? Subject,
    List<string>? Unless,
    List<string>? After,
    List<string>? Fields,
    string? Rewrite,
    string? Fact,
    string? Instead,
    bool UnlessConcrete);
