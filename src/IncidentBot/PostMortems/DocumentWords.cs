using IncidentBot.Domain.WriteUps;

namespace IncidentBot.PostMortems;

/// <summary>The labels of factors, the same in forms and in the write-up.</summary>
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

    /// <summary>The category and effect of a factor, and whether it was an assumption; missing ones are left out.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="assumption">How an assumption is labelled.</param>
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
