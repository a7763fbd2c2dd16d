using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Finds people in a sentence: by name, role or pronoun.</summary>
internal sealed class PersonReader(Passage passage)
{
    private const int LongestName = 5;
    private readonly WordClasses classes = passage.Pack.Classes;

    private IReadOnlyList<Token> Tokens => passage.Tokens;

    /// <summary>The first token of the person that ends here, or -1.</summary>
    public int StartOf(Sentence sentence, int last)
    {
        if (last < sentence.From || last >= sentence.To)
        {
            return -1;
        }

        var token = Tokens[last];
        if (passage.Names.StartOf(last) is >= 0 and var name)
        {
            return name;
        }

        if (token.Is(classes.OneHead))
        {
            return last > sentence.From && Tokens[last - 1].Is(classes.Quantifier) ? last - 1 : -1;
        }

        if (token.Is(classes.Indefinite | classes.Pronoun) || (token.Is(classes.AnyPronoun) && !HasThings(sentence, last)))
        {
            return last;
        }

        return IsHuman(sentence, last) ? FirstOfPhrase(sentence, last) : -1;
    }

    /// <summary>One past the last token of the person that begins here, or -1.</summary>
    public int EndOf(Sentence sentence, int from)
    {
        for (var last = Math.Min(from + LongestName, sentence.To) - 1; last >= from; last--)
        {
            if (StartOf(sentence, last) is >= 0 and var start && start <= from
                && (Tokens[last].Is(classes.Pronoun | classes.Indefinite | classes.AnyPronoun) || !IsCompound(sentence, start, last + 1)))
            {
                return last + 1;
            }
        }

        return -1;
    }

    /// <summary>Whether these words mean that no person did it: "no one", "no engineer", "none of them".</summary>
    public bool IsNobody(int from) => Tokens[from].Is(classes.Nobody);

    private bool IsHuman(Sentence sentence, int last)
    {
        var token = Tokens[last];
        if (token.Is(classes.Role))
        {
            return true;
        }

        var before = last > sentence.From ? Tokens[last - 1] : default;
        if (token.Is(classes.Group))
        {
            return last <= sentence.Start || before.Kind == TokenKind.Mark || before.Has(VerbForms.Base)
                || before.Is(
                    classes.Conjunction | classes.Subordinator | classes.Adverb | classes.Determiner | classes.HumanModifier
                        | classes.Preposition | classes.Auxiliary);
        }

        return before.Is(classes.HumanModifier) || (last + 1 < sentence.To && Tokens[last + 1].Is(classes.Who))
            ? token.Is(classes.SoftRole | classes.MachineRole)
            : token.Is(classes.SoftRole) && (last <= sentence.Start || before.Is(classes.Determiner)) && !IsProgram(sentence, last);
    }

    /// <summary>"The operator failed to reconcile", "the manager lost its lease": a program, judging by the rest of the sentence.</summary>
    private bool IsProgram(Sentence sentence, int at)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (Tokens[i].Is(classes.Software) || (i > at && i < at + 7 && Tokens[i].Is(classes.OfThing)))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstOfPhrase(Sentence sentence, int last)
    {
        var start = last;
        while (start > sentence.Start && last - start < LongestName && !Tokens[start].Is(classes.Determiner) && Modifies(start - 1))
        {
            start--;
        }

        return start;
    }

    private bool Modifies(int i) =>
        Tokens[i].Kind is TokenKind.Word or TokenKind.Number
        && !Tokens[i]
            .Is(
                classes.Preposition | classes.Conjunction | classes.Subordinator | classes.Auxiliary | classes.Adverb | classes.Relative
                    | classes.Pronoun | classes.AnyPronoun)
        && (!Tokens[i].Has(VerbForms.Past | VerbForms.Base) || Tokens[i].Is(classes.HumanModifier));

    /// <summary>True if "they" refers to things mentioned before.</summary>
    private bool HasThings(Sentence sentence, int before)
    {
        var things = false;
        for (var i = sentence.From; i < before; i++)
        {
            if (IsHuman(sentence, i) || Tokens[i].Is(classes.Pronoun | classes.Indefinite) || passage.Names.StartOf(i) >= 0)
            {
                return false;
            }

            things |= IsNoun(sentence, i) && Tokens[i].Lower.EndsWith('s');
        }

        return things;
    }

    /// <summary>"the support tool", "by an admin change": the person only says which kind of thing is meant.</summary>
    private bool IsCompound(Sentence sentence, int start, int next)
    {
        if (next >= sentence.To || IsNoun(sentence, next))
        {
            return next < sentence.To;
        }

        var (token, before) = (Tokens[next], start > sentence.From ? Tokens[start - 1] : default);
        if (token.Is(classes.Adverb | classes.Preposition | classes.Conjunction | classes.Auxiliary))
        {
            return false;
        }

        var isObject = before.Is(classes.Preposition) && !before.Is(classes.Subordinator | classes.Conjunction);
        return token.Forms == VerbForms.None
            ? token.Is(classes.HumanModifier | classes.Artefact | classes.Software | classes.ErrorNoun)
            : isObject && !token.Has(VerbForms.Past | VerbForms.Participle | VerbForms.Gerund);
    }

    /// <summary>An unknown word counts as a thing.</summary>
    private bool IsNoun(Sentence sentence, int i) =>
        i < sentence.To && Tokens[i].Kind == TokenKind.Word && Tokens[i].Classes == UInt128.Zero && Tokens[i].Forms == VerbForms.None;
}
