using System.Text.RegularExpressions;
using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Fills the placeholders of a rule's rewrite with words of the text.</summary>
internal static partial class Template
{
    /// <summary>The filled template, or null if the text has no words for a placeholder.</summary>
    public static string? Fill(Passage passage, FlaggedWords flagged, string template)
    {
        var filled = true;
        var words = Place().Replace(template, place =>
        {
            var value = Value(passage, flagged, place.Groups["name"].Value, place.Groups["form"].Value, place.Groups["lack"].Success);
            filled &= value is not null;
            return value ?? "";
        });
        return filled ? words : null;
    }

    private static string? Value(Passage passage, FlaggedWords flagged, string name, string form, bool isOptional)
    {
        var match = flagged.Match!;
        if (name is "subject" or "rest" or "clause")
        {
            var (from, to) = name == "subject" ? (flagged.From, match.From) : (match.To, EndOf(passage, flagged.Sentence));
            return from >= to ? isOptional ? "" : null
                : name == "clause" && HasSeveralClauses(passage, from, to) ? null
                : Between(passage, from, to);
        }

        if (!match.Named.TryGetValue(name, out var at))
        {
            return null;
        }

        var token = passage.Tokens[at];
        return form.Length == 0 ? token.Text : FormOf(passage.Pack.Lexicon.Find(token.Lower).Verb, form);
    }

    private static string? FormOf(Verb? verb, string form) => form switch
    {
        "base" => verb?.Base,
        "third" => verb?.Third,
        "past" => verb?.Past,
        "participle" => verb?.Participle,
        "gerund" => verb?.Gerund,
        _ => throw new InvalidDataException($"A rewrite asks for the form '{form}'."),
    };

    /// <summary>True when more than one clause follows, whose verbs would lose their subject.</summary>
    private static bool HasSeveralClauses(Passage passage, int from, int to) =>
        Enumerable.Range(from, to - from).Any(i => passage.Tokens[i].Text is "," or ":" or "(" or "–" or "—" or "-"
            || (passage.Tokens[i].Is(passage.Pack.Classes.Conjunction) && i + 1 < to && passage.Tokens[i + 1].Has(VerbForms.Past)));

    private static string Between(Passage passage, int from, int to)
    {
        var start = passage.Tokens[from].Start;
        return passage.Text[start..passage.Tokens[to - 1].End];
    }

    /// <summary>One past the last word of the sentence, without its full stop.</summary>
    public static int EndOf(Passage passage, Sentence sentence)
    {
        var to = sentence.To;
        while (to > sentence.From + 1 && passage.Tokens[to - 1].Kind == TokenKind.Mark)
        {
            to--;
        }

        return to;
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)(?:\.(?<form>[a-z]+))?(?<lack>\?)?\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
