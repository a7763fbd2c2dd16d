using System.Collections.Frozen;
using System.Text;

namespace IncidentBot.Domain.Causes;

/// <summary>A word of a text and the stem under which its forms count as one.</summary>
/// <param name="Stem">"connection" and "connected" share the stem "connect".</param>
/// <param name="Word">The word as it was written, in lower case.</param>
public readonly record struct CauseTerm(string Stem, string Word);

/// <summary>Splits a text into words and takes off the most common English endings.</summary>
public static class CauseTerms
{
    private const int ShortestWord = 2;
    private const int LongestUnchanged = 4;
    private const int ShortestStem = 3;

    private static readonly FrozenSet<string> Filler = string.Concat(
        "a an the of to in on at by for from with and or as is was were be been being are this that these those it its which while ",
        "when during after before not no had has have did do does our we us their they them there then than but if so such can could ",
        "would will may might into out up over under all any some each other more most only also due both between through about ",
        "because however where who what his her you your i new").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The longest endings first; the first that leaves a stem is taken off.</summary>
    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("edly", ""), ("ed", ""),
        ("ions", ""), ("ion", ""), ("es", ""), ("s", ""), ("e", ""),
    ];

    /// <summary>The words in order, without filler words and single letters.</summary>
    /// <param name="text">Any text; words begin with a letter.</param>
    public static IEnumerable<CauseTerm> Of(string text) =>
        Words(text).Where(word => !Filler.Contains(word)).Select(word => new CauseTerm(Stem(word), word));

    /// <summary>
    /// True if the text mentions the word: alone, or, from four letters, as a part of a longer word ("misconfiguration").
    /// </summary>
    /// <param name="word">The stem that is looked for.</param>
    /// <param name="stem">A stem of the text.</param>
    internal static bool Mentions(string word, string stem) =>
        word.Length < LongestUnchanged ? word == stem : stem.Contains(word, StringComparison.Ordinal);

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var sign in text)
        {
            if (char.IsLetter(sign) || (word.Length > 0 && char.IsDigit(sign)))
            {
                word.Append(char.ToLowerInvariant(sign));
                continue;
            }

            if (word.Length >= ShortestWord)
            {
                yield return word.ToString();
            }

            word.Clear();
        }

        if (word.Length >= ShortestWord)
        {
            yield return word.ToString();
        }
    }

    private static string Stem(string word)
    {
        if (word.Length <= LongestUnchanged)
        {
            return word;
        }

        foreach (var (ending, instead) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem)
            {
                word = word[..^ending.Length] + instead;
                break;
            }
        }

        if (word.Length > LongestUnchanged && word[^1] == 'e')
        {
            word = word[..^1];
        }

        return word.Length > LongestUnchanged && word[^1] == word[^2] && word[^1] is not ('l' or 's') ? word[..^1] : word;
    }
}
