using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Decides from the neighbouring words whether an ordinary word is used as a name.</summary>
internal sealed class NameContext(IReadOnlyList<Token> tokens, Sentence sentence, int at, WordClasses classes)
{
    private Token Name => tokens[at];

    private Token Previous => at > sentence.Start ? tokens[at - 1] : default;

    private bool Opens => at <= sentence.Start || Previous.Kind == TokenKind.Mark;

    public bool IsPerson(BlameField field)
    {
        if (Name.IsAllCaps || Next(1).Kind is TokenKind.Number || (Previous.Is(classes.Determiner) && !Previous.Is(classes.Relative)))
        {
            return false;
        }

        if (Next(1).Is(classes.Possessive))
        {
            return IsOwner();
        }

        return IsUnmistakable() || ActsNext(field) || HasHumanState() || IsNamedWith()
            || (Name.IsCapital && (IsReceiver() || IsAddressed(field)));
    }

    /// <summary>"Drew owes Ruby", "handed to Will after", "jack renamed the topic", "a patch by jack onto".</summary>
    private bool IsUnmistakable()
    {
        if (Name.IsCapital)
        {
            var compound = Opens && IsNoun(Next(1)) && IsNoun(Next(2)) && !Next(2).IsCapital;
            return !Next(1).IsCapital && ((Name.Is(classes.GivenName) && !Name.Is(classes.BrandName | classes.MonthName) && !compound)
                || (Opens && Name.Is(classes.ModalName)
                    && (Next(1).Is(classes.Modal) || (Next(1).Has(VerbForms.Past) && !Next(1).Has(VerbForms.Base))))
                || (!Opens && Name.Is(classes.ModalName) && !Name.Is(classes.MonthName)
                    && !Next(1).Is(classes.Pronoun | classes.AnyPronoun | classes.OfThing)));
        }

        var tells = Opens && (Next(1).Is(classes.Finite)
            || (Next(1).Has(VerbForms.Past) && !Next(1).Is(classes.Machine)
                && Next(2).Is(classes.Determiner | classes.Preposition | classes.OfThing)));
        var given = Previous.Is(classes.Preposition) && !Previous.Is(classes.Subordinator) && !IsNoun(Next(1));
        return Name.Is(classes.GivenName) && (tells || given);
    }

    /// <summary>"grace was double-booked", "will was on vacation".</summary>
    private bool HasHumanState()
    {
        const int step = 2;
        return Opens && Next(1).Is(classes.Finite) && (Next(step).Is(classes.HumanState)
            || (Next(step).Is(classes.Preposition | classes.Adverb) && Next(step + 1).Is(classes.HumanState)));
    }

    private Token Next(int step) => at + step < sentence.To ? tokens[at + step] : default;

    /// <summary>"Will's change", "mark's cleanup script", but not "April's price list".</summary>
    private bool IsOwner()
    {
        var calendarOrBrand = Name.Is(classes.MonthName | classes.BrandName);
        return (Name.IsCapital && !calendarOrBrand)
            || Enumerable.Range(2, 3).Select(Next)
                .TakeWhile(token => token.Kind == TokenKind.Word && !token.Is(classes.Preposition | classes.Auxiliary))
                .Any(token => token.Is(classes.Artefact));
    }

    /// <summary>"Will pushed", "Grace had", "Bill now knows", "May was on vacation"; not "Page loads", "Will need".</summary>
    private bool ActsNext(BlameField field)
    {
        var step = 1;
        while (Next(step).Is(classes.Adverb))
        {
            step++;
        }

        var verb = Next(step);
        if (!Name.IsCapital && !(Opens || Previous.Is(classes.Conjunction | classes.Subordinator | classes.Adverb)))
        {
            return false;
        }

        if (!Opens && Previous.Is(classes.Preposition) && !Previous.Is(classes.Subordinator))
        {
            return false;
        }

        if (verb.Is(classes.Omit) && Next(step + 1).Is(classes.Preposition) && Next(step + 2).Is(classes.Attend | classes.Act)
            && !Next(step + 2).Is(classes.Machine))
        {
            return true;
        }

        if (verb.Is(classes.Auxiliary))
        {
            return ActsAfterAuxiliary(verb, Next(step + 1), field);
        }

        var acts = verb.Has(VerbForms.Past) && (!verb.Is(classes.Machine) || Next(step + 1).Is(classes.Receiver))
            && !verb.Is(classes.Preposition);
        var known = verb.Is(classes.Act | classes.Omit) && verb.Has(VerbForms.Past) && !verb.Is(classes.Machine);
        return verb.Is(classes.Mind) && verb.Has(VerbForms.Third | VerbForms.Past) && !Name.Is(classes.ModalName)
            || ActsNow(verb)
            || (Name.IsCapital ? acts : known);
    }

    /// <summary>"when Grace watches it", "Will now knows": the name of a month or a modal verb would stand before another form.</summary>
    private bool ActsNow(in Token verb) =>
        Name.IsCapital && !Name.Is(classes.MonthName) && verb.Has(VerbForms.Third) && !verb.Has(VerbForms.Base) && !verb.Is(classes.Machine)
        && (Previous.Is(classes.Subordinator) ? verb.Is(classes.Act) : Name.Is(classes.ModalName) && verb.Is(classes.Mind));

    private bool ActsAfterAuxiliary(in Token auxiliary, in Token following, BlameField field)
    {
        if (Name.Is(classes.ModalName))
        {
            return auxiliary.Is(classes.Finite) && (!Name.Is(classes.MonthName) || IsState(following));
        }

        if (Name.Is(classes.MonthName))
        {
            return auxiliary.Is(classes.Finite) && IsState(following);
        }

        var doing = auxiliary.Is(classes.Finite) ? VerbForms.Participle : VerbForms.Participle | VerbForms.Base;
        var acts = following.Is(classes.Act) && following.Has(doing) && !auxiliary.Is(classes.State) && !following.Is(classes.Machine)
            && (!Opens || following.Has(VerbForms.Participle));
        var brand = Name.Is(classes.BrandName) && field.ForbidsNames() && !(following.Is(classes.State) && !Opens);
        return acts || (Name.IsCapital && !brand && (!Opens || !field.ForbidsNames() || !auxiliary.Is(classes.State)
            || IsState(following)));
    }

    /// <summary>"was on vacation", "had left", "was reviewing".</summary>
    private bool IsState(in Token token) =>
        token.Is(classes.State)
            || (token.Is(classes.Act) && token.Has(VerbForms.Gerund | VerbForms.Participle) && !token.Is(classes.Machine));

    private bool IsWho(in Token token) => token.Is(classes.Relative) && !token.Is(classes.Subordinator | classes.Determiner);

    /// <summary>"It was Pat who", "it was grace who", "April and the finance team".</summary>
    private bool IsNamedWith() =>
        (Previous.Is(classes.Auxiliary) && IsWho(Next(1)))
        || (Name.IsCapital
            && (IsWho(Next(1))
                || (Next(1).Text is "," && IsWho(Next(2)))
                || (Next(1).Is(classes.Conjunction)
                    && Enumerable.Range(2, 3).Any(step => Next(step).Is(classes.Role | classes.Group | classes.Pronoun)))
                || (Previous.Text is ":" && Next(1).Text is null && !Name.Is(classes.MonthName | classes.BrandName))));

    /// <summary>"approved by Will", "told Grace", "only Mark": capitalised inside a sentence, with no noun after it.</summary>
    private bool IsReceiver()
    {
        if (Opens || IsNoun(Next(1)))
        {
            return false;
        }

        return Name.Is(classes.MonthName | classes.BrandName)
            ? Previous.Is(classes.Act)
                || (at - 2 >= sentence.From && tokens[at - 2].Is(classes.Act) && tokens[at - 2].Has(VerbForms.Participle)
                && Previous.Is(classes.Preposition) && !Name.Is(classes.MonthName))
            : Previous.Is(
                classes.Preposition | classes.Conjunction | classes.Subordinator | classes.Act | classes.Adverb | classes.Relative);
    }

    /// <summary>"Will: add an alert", "Jack will replace", "Sue to tell": the owner of an action.</summary>
    private bool IsAddressed(BlameField field) =>
        field == BlameField.Action && Opens
        && (Next(1).Text is ":"
            || (Next(1).Is(classes.ModalName | classes.Preposition) && Next(2).Text is not null
                && !Next(2).Is(classes.Determiner | classes.Auxiliary)));

    private bool IsNoun(in Token token) =>
        token.Text is not null && token.Kind is TokenKind.Word or TokenKind.Quoted
        && !token.Is(
            classes.Preposition | classes.Conjunction | classes.Subordinator | classes.Auxiliary | classes.Adverb | classes.Determiner
                | classes.Relative | classes.Possessive | classes.Pronoun | classes.AnyPronoun | classes.Indefinite)
        && (!token.Has(VerbForms.Past | VerbForms.Gerund) || token.Is(classes.Machine));
}
