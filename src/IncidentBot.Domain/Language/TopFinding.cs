using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Domain.Language;

/// <summary>
/// Picks the one finding of the blame check to show for a text: more than one at a time would be a lecture.
/// </summary>
public static class TopFinding
{
    private const int MaxQuote = 100;

    private static readonly string[] MostImportantFirst =
    [
        "human-error", "named-person", "judgement", "counterfactual", "second-person", "rhetorical-question", "omission", StoppedEarly,
        "memo-action", "vague-action",
    ];

    private static readonly HashSet<string> TimelineRules = ["human-error", "judgement", "counterfactual", "second-person"];

    /// <summary>The rule that asks for one more why.</summary>
    public const string StoppedEarly = "stopped-early";

    /// <summary>Checks a text for its kind of field. Few rules apply in the timeline, where human actions are facts.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="field">Where.</param>
    /// <param name="people">The people whose names are recognised.</param>
    /// <returns>The finding to show; null when the text is fine.</returns>
    public static BlameFinding? In(string text, BlameField field, PeoplePresent people) => BlameCheck.Find(text, field, people)
        .Where(finding => field != BlameField.Timeline || TimelineRules.Contains(finding.Rule))
        .MinBy(finding => Array.IndexOf(MostImportantFirst, finding.Rule) is >= 0 and var place ? place : MostImportantFirst.Length);

    /// <summary>The words that a finding is about, shortened if they are long.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="text">The checked text.</param>
    public static string WordsIn(this BlameFinding finding, string text)
    {
        var words = text.Substring(finding.Start, finding.Length);
        if (words.Length <= MaxQuote)
        {
            return words;
        }

        var start = words.LastIndexOf(' ', MaxQuote) is > 0 and var end ? words[..end] : PlainText.Cut(words, MaxQuote);
        return $"{start} …";
    }
}
