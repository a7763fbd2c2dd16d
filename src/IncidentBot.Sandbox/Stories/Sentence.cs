using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Stories;

/// <summary>"As **Maya**, open **#general** and type `/incident`." is three clauses; quoted text is never split.</summary>
internal static partial class Sentence
{
    public static IReadOnlyList<string> Split(string text)
    {
        var clauses = new List<string>();
        var begin = 0;
        foreach (Match found in QuoteOrStop().Matches(text))
        {
            if (found.Groups["stop"].Success)
            {
                clauses.Add(text[begin..found.Index]);
                begin = found.Index + found.Length;
            }
        }

        return [.. clauses.Append(text[begin..]).Select(clause => clause.Trim()).Where(clause => clause.Length > 0)];
    }

    [GeneratedRegex(
        """`[^`]*`|"[^"]*"|\*\*[^*]*\*\*|(?<stop>,? and |,? then |,? so |, |[.;]( |$))""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuoteOrStop();
}
