using IncidentBot.Domain.Language.Blame.Patterns;

namespace IncidentBot.Domain.Language.Blame.Packs;

/// <summary>The subject that a pattern requires.</summary>
internal enum SubjectKind
{
    Any,
    Person,

    /// <summary>"Nobody", "no one", "no engineer".</summary>
    Nobody,

    /// <summary>No one is named: the sentence begins with the verb.</summary>
    Elided,

    /// <summary>A person, or no one named.</summary>
    Either,
}

/// <summary>A kind of blame: what to say about it, and its wordings.</summary>
internal sealed record BlameRule(string Id, string Harm, string Reframe, IReadOnlyList<BlamePattern> Patterns)
{
    public static BlameRule Read(RuleFile file, Lexicon lexicon) =>
        new(file.Id, file.Harm, file.Reframe, [.. file.Patterns.SelectMany(pattern => BlamePattern.Read(pattern, file.Fields, lexicon))]);
}

/// <summary>One wording of a kind of blame.</summary>
internal sealed record BlamePattern(Pattern When, SubjectKind Subject, IReadOnlyList<Pattern> Unless, IReadOnlySet<BlameField> Fields)
{
    /// <summary>Words after the match that excuse it.</summary>
    public IReadOnlyList<Pattern> After { get; private init; } = [];

    /// <summary>The replacement for everything from the subject to the end of the sentence.</summary>
    public string? Rewrite { get; private init; }

    /// <summary>The same replacement, for fields that record facts.</summary>
    public string? Fact { get; private init; }

    /// <summary>The replacement for the matched words alone.</summary>
    public string? Instead { get; private init; }

    public bool UnlessConcrete { get; private init; }

    public static IEnumerable<BlamePattern> Read(PatternFile file, List<string>? rulesFields, Lexicon lexicon) =>
        file.When.Select(when => new BlamePattern(
            PatternNotation.Read(when, lexicon),
            file.Subject is null ? SubjectKind.Any : Enum.Parse<SubjectKind>(file.Subject, ignoreCase: true),
            [.. (file.Unless ?? []).Select(unless => PatternNotation.Read(unless, lexicon))],
            FieldsOf(file.Fields ?? rulesFields))
        {
            After = [.. (file.After ?? []).Select(after => PatternNotation.Read(after, lexicon))],
            Rewrite = file.Rewrite,
            Fact = file.Fact,
            Instead = file.Instead,
            UnlessConcrete = file.UnlessConcrete,
        });

    private static HashSet<BlameField> FieldsOf(List<string>? names) =>
        names is null ? [.. Enum.GetValues<BlameField>()] : [.. names.Select(name => Enum.Parse<BlameField>(name, ignoreCase: true))];
}
