using IncidentBot.Domain.Language.Blame.Patterns;
using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame.Packs;

/// <summary>A pattern with the rule it belongs to.</summary>
internal sealed record RulePattern(BlameRule Rule, BlamePattern Pattern);

/// <summary>Finds the few patterns whose rarest word a sentence has, so that the time grows with the text and not with the rules.</summary>
internal sealed class PatternIndex
{
    private readonly List<RulePattern> all;
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
    private readonly List<(ClassForm Form, int Pattern)> byClass = [];
    private readonly List<int> always = [];
    private readonly UInt128 common;
    private readonly Lexicon lexicon;

    public PatternIndex(List<RulePattern> all, WordClasses classes, Lexicon lexicon)
    {
        (this.all, this.lexicon) = (all, lexicon);
        common = classes.Auxiliary | classes.Preposition | classes.Determiner | classes.Pronoun | classes.Conjunction | classes.Adverb;
        for (var i = 0; i < all.Count; i++)
        {
            Add(i, all[i].Pattern.When);
        }
    }

    /// <summary>What may match in a sentence, in the order of the rules.</summary>
    public IEnumerable<RulePattern> CandidatesFor(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        var candidates = new SortedSet<int>(always);
        var (classes, forms) = (UInt128.Zero, VerbForms.None);
        for (var i = sentence.From; i < sentence.To; i++)
        {
            candidates.UnionWith(byWord.GetValueOrDefault(tokens[i].Lower) ?? []);
            (classes, forms) = (classes | tokens[i].Classes, forms | tokens[i].Forms);
        }

        var sum = new Token(0, "", "", TokenKind.Word, classes, forms);
        candidates.UnionWith(byClass.Where(entry => entry.Form.Fits(sum)).Select(entry => entry.Pattern));
        return candidates.Select(i => all[i]);
    }

    private bool IsCommon(string word) => (lexicon.Find(word).Classes & common) != UInt128.Zero;

    private void Add(int pattern, Pattern when)
    {
        var needed = when.Elements.Where(element => element is { Kind: ElementKind.Word, Optional: false, Absent: false, People: false, Numbers: false });
        if (needed.MinBy(Weight) is not { } rarest)
        {
            always.Add(pattern);
            return;
        }

        foreach (var word in rarest.Words)
        {
            if (!byWord.TryGetValue(word, out var patterns))
            {
                byWord.Add(word, patterns = []);
            }

            patterns.Add(pattern);
        }

        byClass.AddRange(rarest.Classes.Select(form => (form, pattern)));
    }

    /// <summary>The heavier, the more sentences have it.</summary>
    private int Weight(Element element) =>
        (element.Classes.Count * 100) + element.Words.Sum(word => IsCommon(word) ? 20 : 1);
}
