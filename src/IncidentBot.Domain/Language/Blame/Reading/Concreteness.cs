using IncidentBot.Domain.Language.Blame.Patterns;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Distinguishes an intention from a result that someone can check.</summary>
internal static class Concreteness
{
    /// <summary>True when the sentence names a number, a thing by its technical name, or how it will be done.</summary>
    public static bool IsIn(Passage passage, Sentence sentence, PatternMatcher matcher)
    {
        for (var i = sentence.Start; i < sentence.To; i++)
        {
            if (passage.Tokens[i].Kind == TokenKind.Number)
            {
                return true;
            }
        }

        return passage.Pack.Concrete.Any(matcher.Holds);
    }
}
