namespace IncidentBot.Domain.Severities;

/// <summary>
/// What people call the severities: SEV1 to SEV4, or the workspace's own words such as Critical. One process serves one workspace, so the
/// words are set once, when it starts. What is stored keeps the usual words.
/// </summary>
public static class SeverityLabels
{
    /// <summary>The longest label, in characters: it stands in topics and menus.</summary>
    public const int Limit = 20;

    private static IReadOnlyList<string> labels = [.. SeverityPolicy.All.Select(policy => policy.Word)];

    /// <summary>Sets the workspace's own words; a severity without one keeps its usual word.</summary>
    /// <param name="own">The words by severity.</param>
    public static void Use(IReadOnlyDictionary<Severity, string> own) =>
        labels = [.. SeverityPolicy.All.Select(policy => own.GetValueOrDefault(policy.Severity, policy.Word))];

    /// <summary>What people call a severity.</summary>
    /// <param name="severity">One of the four.</param>
    public static string Of(Severity severity) => labels[(int)severity - 1];

    /// <summary>The label of a stored word, "SEV1"; any other text stays as it is.</summary>
    /// <param name="word">What a history says.</param>
    public static string OfWord(string word) =>
        SeverityPolicy.All.FirstOrDefault(policy => policy.Word == word) is { } known ? Of(known.Severity) : word;

    /// <summary>The severity with a label, whatever its case; null when none has it.</summary>
    /// <param name="typed">What someone typed.</param>
    internal static Severity? Find(string typed) => SeverityPolicy.All.Select(policy => (Severity?)policy.Severity)
        .FirstOrDefault(severity => Of(severity!.Value).Equals(typed, StringComparison.OrdinalIgnoreCase));
}
