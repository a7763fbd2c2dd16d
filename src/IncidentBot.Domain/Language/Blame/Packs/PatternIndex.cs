using IncidentBot.Domain.Language.Blame.Patterns;
using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame.Packs;

/// <summary>A pattern and its rule.</summary>
internal sealed record RulePattern(BlameRule Rule, BlamePattern Pattern);

/// <summary>Finds the few patterns whose rarest word is in a sentence, so that more rules do not slow the check down.</summary>
internal sealed class PatternIndex
{
    private readonly List<RulePattern> all;
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
    private readonly List<(ClassForm Form, int Pattern)> byClass = [];
    private readonly List<int> always = [];
    private readonly List<List<Element>> needed = [];
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

    /// <summary>The patterns that may match in a sentence, in the order of the rules.</summary>
    public IEnumerable<RulePattern> CandidatesFor(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var candidates = new HashSet<int>(always);
        var (classes, forms) = (UInt128.Zero, VerbForms.None);
        for (var i = sentence.From; i < sentence.To; i++)
        {
            words.Add(tokens[i].Lower);
            candidates.UnionWith(byWord.GetValueOrDefault(tokens[i].Lower) ?? []);
            (classes, forms) = (classes | tokens[i].Classes, forms | tokens[i].Forms);
        }

        var sum = new Token(0, "", "", TokenKind.Word, classes, forms);
        foreach (var (form, pattern) in byClass)
        {
            if (form.Fits(sum))
            {
                candidates.Add(pattern);
            }
        }

        return candidates.Where(i => needed[i].TrueForAll(element => MayHold(element, words, sum))).Order().Select(i => all[i]);
    }

    /// <summary>False when no word of the sentence matches the element.</summary>
    private static bool MayHold(Element element, HashSet<string> words, in Token sum)
    {
        foreach (var form in element.Classes)
        {
            if (form.Fits(sum))
            {
                return true;
            }
        }

        return element.Words.Any(words.Contains);
    }

    private bool IsCommon(string word) => (lexicon.Find(word).Classes & common) != UInt128.Zero;

    private void Add(int pattern, Pattern when)
    {
        needed.Add(
            [.. when.Elements.Where(element => element is
                { Kind: ElementKind.Word, Optional: false, Absent: false, People: false, Numbers: false, Ends: false })]);
        if (needed[pattern].MinBy(Weight) is not { } rarest)
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

    /// <summary>A larger weight means that more sentences have the word.</summary>
    private int Weight(Element element) =>
        (element.Classes.Count * 100) + element.Words.Sum(word => IsCommon(word) ? 20 : 1);
}
