using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame.Patterns;

/// <summary>Where a pattern matched, and which tokens its named elements matched.</summary>
internal sealed record PatternMatch(int From, int To, IReadOnlyDictionary<string, int> Named);

/// <summary>Looks for a pattern in a sentence.</summary>
internal sealed class PatternMatcher(Passage passage, Sentence sentence, int lead)
{
    /// <summary>The most tokens that <c>x*</c> matches.</summary>
    public const int Longest = 4;

    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);

    /// <summary>True when the pattern matches anywhere.</summary>
    public bool Holds(Pattern pattern) => Find(pattern, sentence.From) is not null;

    /// <summary>The first match at or after a token.</summary>
    public PatternMatch? Find(Pattern pattern, int from)
    {
        for (var at = from; at < sentence.To; at++)
        {
            if (At(pattern, at) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    public PatternMatch? At(Pattern pattern, int at)
    {
        if (!pattern.CanBegin(passage.Tokens[at]))
        {
            return null;
        }

        named.Clear();
        return Match(pattern.Elements, 0, at) is >= 0 and var to && to > at
            ? new PatternMatch(at, to, named.Count == 0 ? PatternWords.None : new Dictionary<string, int>(named, StringComparer.Ordinal))
            : null;
    }

    private int Match(IReadOnlyList<Element> elements, int index, int at)
    {
        if (index == elements.Count)
        {
            return at;
        }

        var element = elements[index];
        if (element.Absent)
        {
            return Step(element, at) >= 0 ? -1 : Match(elements, index + 1, at);
        }

        return element.Kind switch
        {
            ElementKind.Start => at == sentence.Start || at == sentence.From ? Match(elements, index + 1, sentence.Start) : -1,
            ElementKind.Lead => at == lead || at == sentence.Start ? Match(elements, index + 1, at) : -1,
            ElementKind.End => IsOver(at) ? Match(elements, index + 1, at) : -1,
            ElementKind.Gap => Skip(elements, index, at),
            _ => Take(elements, index, at),
        };
    }

    /// <summary>Tries the longest match first, then shorter ones.</summary>
    private int Take(IReadOnlyList<Element> elements, int index, int at)
    {
        var element = elements[index];
        Span<int> ends = stackalloc int[Longest + 1];
        var count = 0;
        ends[0] = at;
        while (count < element.Most && Step(element, ends[count]) is >= 0 and var end)
        {
            ends[++count] = end;
        }

        for (var taken = count; taken >= (element.Optional ? 0 : 1); taken--)
        {
            if (element.Name is not null && taken > 0)
            {
                named[element.Name] = ends[taken] - 1;
            }

            if (Match(elements, index + 1, ends[taken]) is >= 0 and var to)
            {
                return to;
            }
        }

        return -1;
    }

    private int Step(Element element, int at) =>
        element.Ends && IsOver(at) ? at
        : at >= sentence.To ? -1
        : element.People && passage.People.EndOf(sentence, at) is >= 0 and var end ? end
        : element.Fits(passage.Tokens[at]) ? at + 1
        : -1;

    /// <summary>As few words as possible, none of them beyond a comma.</summary>
    private int Skip(IReadOnlyList<Element> elements, int index, int at)
    {
        for (var next = at; next <= Math.Min(at + elements[index].Most, sentence.To); next++)
        {
            if (Match(elements, index + 1, next) is >= 0 and var to)
            {
                return to;
            }

            if (next < sentence.To && passage.Tokens[next].Kind == TokenKind.Mark)
            {
                break;
            }
        }

        return -1;
    }

    private bool IsOver(int at)
    {
        while (at < sentence.To && passage.Tokens[at].Kind == TokenKind.Mark)
        {
            at++;
        }

        return at == sentence.To;
    }
}

/// <summary>The empty dictionary of all matches without named elements.</summary>
internal static class PatternWords
{
    public static IReadOnlyDictionary<string, int> None { get; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
