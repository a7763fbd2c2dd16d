namespace IncidentBot.Domain.Language.Blame.Packs;

/// <summary>The word classes that the code refers to; every pack has them.</summary>
internal sealed class WordClasses(Lexicon lexicon)
{
    /// <summary>Nouns for people by what they do: engineer, reviewer.</summary>
    public UInt128 Role { get; } = lexicon["role"];

    /// <summary>Nouns for people that are as often programs: operator, agent.</summary>
    public UInt128 SoftRole { get; } = lexicon["softrole"];

    /// <summary>Nouns for programs that mean a person only with a modifier: worker, driver.</summary>
    public UInt128 MachineRole { get; } = lexicon["machinerole"];

    /// <summary>Words that show that a soft role is a program: pod, reconcile.</summary>
    public UInt128 Software { get; } = lexicon["software"];

    /// <summary>Modifiers that show that a soft role is a person: duty, human.</summary>
    public UInt128 HumanModifier { get; } = lexicon["humanmodifier"];

    /// <summary>Groups that need no article: support, management.</summary>
    public UInt128 Group { get; } = lexicon["group"];

    public UInt128 Pronoun { get; } = lexicon["pronoun"];

    /// <summary>"They", which may mean people or servers.</summary>
    public UInt128 AnyPronoun { get; } = lexicon["anypronoun"];

    public UInt128 Indefinite { get; } = lexicon["indefinite"];

    /// <summary>"One", which is a person after a quantifier: no one, every one.</summary>
    public UInt128 OneHead { get; } = lexicon["onehead"];

    public UInt128 Quantifier { get; } = lexicon["quantifier"];

    public UInt128 Determiner { get; } = lexicon["determiner"];

    public UInt128 Preposition { get; } = lexicon["preposition"];

    public UInt128 Conjunction { get; } = lexicon["conjunction"];

    /// <summary>Words that open a clause of their own: because, that, when.</summary>
    public UInt128 Subordinator { get; } = lexicon["subordinator"];

    public UInt128 Relative { get; } = lexicon["relative"];

    /// <summary>"Who" and the like, which never refer to a thing.</summary>
    public UInt128 Who { get; } = lexicon["who"];

    public UInt128 Adverb { get; } = lexicon["adverb"];

    public UInt128 Auxiliary { get; } = lexicon["auxiliary"];

    /// <summary>Modal verbs, which never follow one another: ought, could.</summary>
    public UInt128 Modal { get; } = lexicon["modal"];

    public UInt128 Possessive { get; } = lexicon["possessive"];

    /// <summary>Pronouns after verbs that only people do to each other, such as show and tell: me, us, them.</summary>
    public UInt128 Receiver { get; } = lexicon["receiver"];

    /// <summary>Pronouns for a system: it, its.</summary>
    public UInt128 OfThing { get; } = lexicon["ofthing"];

    /// <summary>Names that are auxiliaries too: Will, May.</summary>
    public UInt128 ModalName { get; } = lexicon["modalname"];

    public UInt128 MonthName { get; } = lexicon["monthname"];

    /// <summary>Short names of months: Jan, Sept.</summary>
    public UInt128 MonthShort { get; } = lexicon["monthshort"];

    /// <summary>Social networks and what is posted there: Twitter, tweet.</summary>
    public UInt128 SocialNetwork { get; } = lexicon["socialnetwork"];

    /// <summary>What an error belongs to when it is no mistake: code, page, budget.</summary>
    public UInt128 ErrorNoun { get; } = lexicon["errornoun"];

    /// <summary>Names that are products or companies too: Chase, Ruby.</summary>
    public UInt128 BrandName { get; } = lexicon["brandname"];

    /// <summary>Names that are ordinary words too: Mark, Grace.</summary>
    public UInt128 WordName { get; } = lexicon["wordname"];

    /// <summary>Names that are hardly ever anything else when written with a capital: Drew, Jack.</summary>
    public UInt128 GivenName { get; } = lexicon["givenname"];

    /// <summary>States that only people are in: on vacation, ill, double-booked.</summary>
    public UInt128 HumanState { get; } = lexicon["humanstate"];

    /// <summary>Things that a person makes or owns: commit, laptop.</summary>
    public UInt128 Artefact { get; } = lexicon["artefact"];

    /// <summary>Words that follow "was" when the subject is a person: on, away, asleep.</summary>
    public UInt128 State { get; } = lexicon["state"];

    /// <summary>"Nobody", "no one", "none".</summary>
    public UInt128 Nobody { get; } = lexicon["neg"];

    /// <summary>Finite auxiliaries: was, had, does.</summary>
    public UInt128 Finite { get; } = lexicon["finite"];

    /// <summary>Verbs for what only people do, and can fail to do: ask, read, check.</summary>
    public UInt128 Attend { get; } = lexicon["attend"];

    /// <summary>Verbs for what people do.</summary>
    public UInt128 Act { get; } = lexicon["act"];

    /// <summary>Verbs of omission: forget, neglect, fail.</summary>
    public UInt128 Omit { get; } = lexicon["omit"];

    /// <summary>Verbs of thinking and speaking: knows, says.</summary>
    public UInt128 Mind { get; } = lexicon["mind"];

    /// <summary>Verbs for what systems do as often as people: returned, failed.</summary>
    public UInt128 Machine { get; } = lexicon["machine"];
}
