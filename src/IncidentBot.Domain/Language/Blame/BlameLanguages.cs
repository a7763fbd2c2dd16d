namespace IncidentBot.Domain.Language.Blame;

/// <summary>The languages that the blame check reads: one file in <c>Packs</c> each.</summary>
public static class BlameLanguages
{
    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>German.</summary>
    public const string German = "de";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [English, German];
}
