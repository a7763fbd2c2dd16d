using System.Text.RegularExpressions;

namespace IncidentBot.Domain.WriteUps;

/// <summary>Counts the sentences of a summary; two or three are asked for.</summary>
public static partial class SummarySentences
{
    /// <summary>How many sentences a text has.</summary>
    /// <param name="text">Plain text; null counts as empty.</param>
    /// <returns>0 for no words. A sentence ends with <c>. ! ? …</c> before a space, or with the paragraph; a number ("2.5"), a version or
    /// an address does not end one, and neither does a common abbreviation ("e.g.", "approx.").</returns>
    public static int Count(string? text) =>
        text is null
            ? 0
            : End().Split(Abbreviation().Replace(text, "${word}")).Count(part => part.Any(char.IsLetterOrDigit));

    [GeneratedRegex("[.!?…]+[\"')\\]»”]*(?=\\s|$)|\\n\\s*\\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex End();

    [GeneratedRegex("\\b(?<word>e\\.g|i\\.e|approx|ca|etc|vs|no|resp|incl)\\.(?=\\s+[\\p{Ll}\\p{Nd}(])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Abbreviation();
}
