using IncidentBot.Domain.WriteUps;

namespace IncidentBot.PostMortems;

/// <summary>The words of the document's lists, the same in forms and in the write-up.</summary>
internal static class DocumentWords
{
    public static string Of(FactorCategory category) => category switch
    {
        FactorCategory.Technical => "Technical",
        FactorCategory.Process => "Process",
        FactorCategory.Communication => "Communication",
        _ => "Environment",
    };

    public static string Of(FactorEffect effect) => effect switch
    {
        FactorEffect.Possible => "Made it possible",
        FactorEffect.Worse => "Made it worse",
        FactorEffect.Detection => "Made it harder to notice",
        _ => "Made it harder to fix",
    };

    /// <summary>Where a factor lies, what it did, and whether it was an assumption; what is not said is left out.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="assumption">How an assumption is called there.</param>
    public static IEnumerable<string> About(ContributingFactor factor, string assumption = "A reasonable assumption")
    {
        string?[] words =
        [
            factor.Category is { } category ? Of(category) : null,
            factor.Effect is { } effect ? Of(effect) : null,
            factor.IsAssumption ? assumption : null,
        ];
        return words.OfType<string>();
    }
}
