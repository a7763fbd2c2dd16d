using System.Text.RegularExpressions;

namespace IncidentBot.Domain.WriteUps;

/// <summary>What the next meeting needs to know about an earlier post-mortem of the same service.</summary>
/// <param name="Gap">The structural gap that it named; empty when it named none.</param>
/// <param name="Actions">How many actions it had that were not dropped.</param>
/// <param name="Done">How many of those are done.</param>
public sealed record EarlierPostMortem(string Gap, int Actions, int Done);

/// <summary>Compares the last two post-mortems of a service.</summary>
public static partial class EarlierAnalysis
{
    /// <summary>Two gaps that share at least this fraction of their significant words count as the same.</summary>
    private const double SameFraction = 0.5;

    private const int ShortestSignificant = 4;

    /// <summary>
    /// Whether both named the same gap and finished every action. If the incident still happened again, both stopped asking too early.
    /// </summary>
    /// <param name="lastTwo">The last two of the same service, in any order.</param>
    public static bool StoppedTooEarly(IReadOnlyList<EarlierPostMortem> lastTwo) =>
        lastTwo is [var one, var other]
        && AllDone(one) && AllDone(other)
        && AreAlike(one.Gap, other.Gap);

    private static bool AllDone(EarlierPostMortem earlier) => earlier.Actions > 0 && earlier.Done == earlier.Actions;

    private static bool AreAlike(string one, string other)
    {
        var (left, right) = (SignificantWords(one), SignificantWords(other));
        var shared = left.Intersect(right, StringComparer.OrdinalIgnoreCase).Count();
        return shared > 0 && shared >= SameFraction * left.Union(right, StringComparer.OrdinalIgnoreCase).Count();
    }

    private static List<string> SignificantWords(string text) =>
        [.. Word().Matches(text).Select(match => match.Value).Where(word => word.Length >= ShortestSignificant)
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
