using System.Globalization;
using IncidentBot.Domain.Language.Blame.Packs;
using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame.Patterns;

/// <summary>Reads the notation in which language packs write patterns.</summary>
/// <remarks>
/// Elements are separated by blanks. <c>should|could</c>: one of these words. <c>&lt;duty&gt;</c>: a word of that class;
/// <c>&lt;duty.past&gt;</c>: in that form; <c>&lt;past&gt;</c>: any verb in that form. <c>&lt;person&gt;</c>: a person, in
/// one word or several.
/// <c>x?</c>: optional; <c>x*</c>: none to four; <c>!x</c>: not followed by x; <c>..3</c>: up to three words of the same
/// clause.
/// <c>^</c>: the sentence begins here; <c>^^</c>: the same after the pack's leaders; <c>$</c>: it ends here, also as an alternative.
/// <c>&lt;any&gt;</c>: any word. <c>#</c>: a number. <c>verb=x</c> gives the match a name for the rewrite.
/// </remarks>
internal static class PatternNotation
{
    private const string Person = "<person>";
    private const string End = "$";
    private const string Any = "<any>";

    private static readonly Dictionary<string, VerbForms> Forms = new(StringComparer.Ordinal)
    {
        ["base"] = VerbForms.Base,
        ["third"] = VerbForms.Third,
        ["past"] = VerbForms.Past,
        ["participle"] = VerbForms.Participle,
        ["gerund"] = VerbForms.Gerund,
    };

    public static Pattern Read(string notation, Lexicon lexicon) =>
        new(notation, [.. notation.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(element => ReadElement(element, lexicon))]);

    private static Element ReadElement(string text, Lexicon lexicon) => text switch
    {
        "^" => Bare(ElementKind.Start),
        "^^" => Bare(ElementKind.Lead),
        End => Bare(ElementKind.End),
        _ when text.StartsWith("..", StringComparison.Ordinal) =>
            Bare(ElementKind.Gap) with { Most = int.Parse(text.AsSpan(2), CultureInfo.InvariantCulture), Optional = true },
        _ => ReadWord(text, lexicon),
    };

    private static Element Bare(ElementKind kind) => new(kind, new HashSet<string>(), []);

    private static Element ReadWord(string text, Lexicon lexicon)
    {
        string? name = null;
        if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
        {
            (name, text) = (text[..at], text[(at + 1)..]);
        }

        var absent = text.Length > 1 && text[0] == '!';
        var many = text.Length > 1 && text[^1] == '*';
        var optional = many || (text.Length > 1 && text[^1] == '?');
        var body = text[(absent ? 1 : 0)..^(optional ? 1 : 0)];
        return Alternatives(body, lexicon) with
        { Name = name, Absent = absent, Optional = optional, Most = many ? PatternMatcher.Longest : 1 };
    }

    private static Element Alternatives(string body, Lexicon lexicon)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var classes = new List<ClassForm>();
        foreach (var alternative in body.Split('|'))
        {
            if (alternative is Person or End)
            {
                continue;
            }

            if (alternative == Any)
            {
                classes.Add(default);
                continue;
            }

            if (alternative.Length > 2 && alternative[0] == '<' && alternative[^1] == '>')
            {
                classes.Add(ReadClass(alternative[1..^1], lexicon));
            }
            else
            {
                words.Add(alternative);
            }
        }

        return new Element(ElementKind.Word, words, classes)
        {
            Numbers = words.Contains("#"),
            People = body.Split('|').Contains(Person),
            Ends = body.Split('|').Contains(End),
        };
    }

    private static ClassForm ReadClass(string text, Lexicon lexicon)
    {
        if (Forms.TryGetValue(text, out var anyVerb))
        {
            return new ClassForm(UInt128.Zero, anyVerb);
        }

        var parts = text.Split('.');
        return new ClassForm(lexicon[parts[0]], parts.Length == 1 ? VerbForms.None : Forms[parts[1]]);
    }
}
