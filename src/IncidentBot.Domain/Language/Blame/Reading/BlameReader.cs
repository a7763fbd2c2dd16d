using IncidentBot.Domain.Language.Blame.Packs;
using IncidentBot.Domain.Language.Blame.Patterns;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Words that a rule flags.</summary>
/// <param name="Pattern">The pattern that matched; null for a name.</param>
/// <param name="Match">The match; null for a name.</param>
/// <param name="From">The first token: the subject's, if there is a subject.</param>
/// <param name="To">One past the last token.</param>
internal sealed record FlaggedWords(BlameRule Rule, BlamePattern? Pattern, PatternMatch? Match, Sentence Sentence, int From, int To);

/// <summary>Applies the rules to a passage.</summary>
internal sealed class BlameReader
{
    private readonly Passage passage;
    private readonly List<FlaggedWords> found = [];

    public BlameReader(Passage passage)
    {
        this.passage = passage;
        if (passage.Field.RecordsFacts())
        {
            SkipQuotations();
        }
    }

    /// <summary>The words that the rules flag, in order of position; if several rules flag the same words, the first counts.</summary>
    public IReadOnlyList<FlaggedWords> FlaggedWords()
    {
        foreach (var sentence in passage.Sentences)
        {
            Read(sentence);
        }

        if (passage.Field.ForbidsNames())
        {
            ReadNames();
        }

        return [.. found.OrderBy(flagged => flagged.From)];
    }

    private void Read(Sentence sentence)
    {
        var matcher = new PatternMatcher(passage, sentence, Lead(sentence));
        foreach (var (rule, pattern) in passage.Pack.Index.CandidatesFor(passage.Tokens, sentence))
        {
            if (pattern.Fields.Contains(passage.Field) && Find(matcher, rule, pattern, sentence) is { } flagged)
            {
                found.Add(flagged);
            }
        }
    }

    private FlaggedWords? Find(PatternMatcher matcher, BlameRule rule, BlamePattern pattern, Sentence sentence)
    {
        for (var at = sentence.From; at < sentence.To; at++)
        {
            if (matcher.At(pattern.When, at) is { } match && From(pattern, sentence, match) is >= 0 and var from
                && !IsTaken(from, match.To) && !IsExcused(matcher, pattern, sentence, match.To))
            {
                return new FlaggedWords(rule, pattern, match, sentence, from, match.To);
            }
        }

        return null;
    }

    private bool IsExcused(PatternMatcher matcher, BlamePattern pattern, Sentence sentence, int to) =>
        pattern.Unless.Any(matcher.Holds) || pattern.After.Any(after => matcher.Find(after, to) is not null)
        || (pattern.UnlessConcrete && Concreteness.IsIn(passage, sentence, matcher));

    /// <summary>The first token of the finding, or -1 if the subject is not the required one.</summary>
    private int From(BlamePattern pattern, Sentence sentence, PatternMatch match)
    {
        if (pattern.Subject == SubjectKind.Any)
        {
            return match.From;
        }

        var subject = passage.Subjects.Of(sentence, match.From);
        var elided = subject == match.From;
        return pattern.Subject switch
        {
            SubjectKind.Person => elided ? -1 : subject,
            SubjectKind.Nobody => elided || subject < 0 || !passage.People.IsNobody(subject) ? -1 : subject,
            SubjectKind.Elided => elided ? subject : -1,
            _ => subject,
        };
    }

    private bool IsTaken(int from, int to) => found.Exists(other => from < other.To && other.From < to);

    private void ReadNames()
    {
        var rule = passage.Pack.NameRule;
        foreach (var (from, last) in passage.Names.All)
        {
            if (!IsTaken(from, last + 1))
            {
                var sentence = passage.Sentences.First(sentence => from >= sentence.From && last < sentence.To);
                found.Add(new FlaggedWords(rule, null, null, sentence, from, last + 1));
            }
        }
    }

    private void SkipQuotations()
    {
        foreach (var sentence in passage.Sentences)
        {
            var matcher = new PatternMatcher(passage, sentence, sentence.Start);
            if (passage.Pack.Quoting.Select(pattern => matcher.Find(pattern, sentence.From))
                .FirstOrDefault(match => match is not null) is { } quoting)
            {
                passage.Quote(quoting.To, passage.EndOfLine(quoting.To));
            }
        }
    }

    /// <summary>The first token after openings such as "In future, we should"; several may follow each other.</summary>
    private int Lead(Sentence sentence)
    {
        var lead = sentence.Start;
        for (var moved = true; moved;)
        {
            moved = false;
            var matcher = new PatternMatcher(passage, sentence with { Start = lead }, lead);
            foreach (var leader in passage.Pack.Leaders)
            {
                if (matcher.At(leader, lead) is { } match && match.To < sentence.To)
                {
                    (lead, moved) = (match.To, true);
                    break;
                }
            }
        }

        return lead;
    }
}
