using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Finds the subject of a verb, if it is a person.</summary>
internal sealed class SubjectReader(Passage passage, PersonReader people)
{
    private const int LongestDetour = 9;
    private readonly WordClasses classes = passage.Pack.Classes;

    private IReadOnlyList<Token> Tokens => passage.Tokens;

    /// <summary>
    /// The subject of the verb: the first token of the person, -1 when it is a thing, or the verb's own place when no one is
    /// named.
    /// </summary>
    public int Of(Sentence sentence, int verb)
    {
        var last = verb - 1;
        while (last >= sentence.Start && Tokens[last].Is(classes.Adverb | classes.Auxiliary))
        {
            last--;
        }

        if (last < sentence.Start)
        {
            return verb;
        }

        if (people.StartOf(sentence, last) is >= 0 and var start)
        {
            return IsObject(sentence, start) ? BeforeDetour(sentence, last) : start;
        }

        return Tokens[last].Kind == TokenKind.Mark || Tokens[last].Is(classes.Conjunction)
            ? Inherited(sentence, last, verb)
            : BeforeDetour(sentence, last);
    }

    /// <summary>"for the team", "of the engineers": the following verb has another subject.</summary>
    private bool IsObject(Sentence sentence, int start) =>
        start > sentence.From && Tokens[start - 1].Is(classes.Preposition)
            && !Tokens[start - 1].Is(classes.Subordinator | classes.Conjunction);

    /// <summary>"Jonas restarted the pod but forgot ...": the subject of the clause before.</summary>
    private int Inherited(Sentence sentence, int from, int verb)
    {
        var onlyPeople = Tokens[verb].Is(classes.Attend) && !Tokens[verb].Is(classes.Machine);
        for (var i = from - 1; i >= sentence.Start; i--)
        {
            if (people.StartOf(sentence, i) is >= 0 and var start && (IsVerb(sentence, i + 1) || IsInApposition(sentence, start, i, from)))
            {
                return IsObject(sentence, start) ? BeforeDetour(sentence, i) : start;
            }

            if (!onlyPeople && Tokens[i].Is(classes.Subordinator | classes.OfThing) && !Tokens[i].Is(classes.Preposition))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"The DBA, who was alone, should have ...".</summary>
    private bool IsInApposition(Sentence sentence, int start, int last, int from) =>
        start == sentence.Start && last + 1 < from && Tokens[last + 1].Kind == TokenKind.Mark && Tokens[from].Kind == TokenKind.Mark;

    /// <summary>"the engineer on call forgot", "the person who ran it forgot".</summary>
    private int BeforeDetour(Sentence sentence, int last)
    {
        var verbs = 0;
        for (var i = last; i > Math.Max(sentence.Start, last - LongestDetour); i--)
        {
            var token = Tokens[i];
            var opens = token.Is(classes.Relative) || (token.Has(VerbForms.Gerund) && verbs == 0)
                || (token.Is(classes.Preposition) && verbs == 0);
            var before = token.Is(classes.Relative) && i - 1 > sentence.Start && Tokens[i - 1].Kind == TokenKind.Mark ? i - 2 : i - 1;
            if (opens && people.StartOf(sentence, before) is >= 0 and var start)
            {
                return i < last && IsObject(sentence, start) ? -1 : start;
            }

            if (token.Kind == TokenKind.Mark || (token.Is(classes.Subordinator) && !token.Is(classes.Relative | classes.Preposition)))
            {
                return -1;
            }

            verbs += token.Has(VerbForms.Past) || token.Is(classes.Auxiliary) ? 1 : 0;
        }

        return -1;
    }

    private bool IsVerb(Sentence sentence, int i)
    {
        while (i < sentence.To && Tokens[i].Is(classes.Adverb))
        {
            i++;
        }

        return i < sentence.To && (Tokens[i].Has(VerbForms.Past | VerbForms.Third | VerbForms.Base) || Tokens[i].Is(classes.Auxiliary));
    }
}
