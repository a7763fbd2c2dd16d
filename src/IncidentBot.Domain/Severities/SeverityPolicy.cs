using System.Globalization;

namespace IncidentBot.Domain.Severities;

/// <summary>What follows from a severity: the 48 hours and the week, its word and emoji, its cadence.</summary>
/// <param name="Severity">The severity that this row is about.</param>
/// <param name="Word">Its one word everywhere: "SEV1".</param>
/// <param name="Emoji">Its one emoji everywhere, with colons: ":red_circle:".</param>
/// <param name="Criteria">When to pick it; at most 75 characters, the limit of an option's description.</param>
/// <param name="PostMortem">How much it needs a post-mortem before any trigger is ticked.</param>
/// <param name="PostMortemWithin">Calendar time from resolving to holding the post-mortem; weekends count.</param>
/// <param name="UpdateEvery">Time between status updates while it is open; null when none are asked for.</param>
public sealed record SeverityPolicy(
    Severity Severity,
    string Word,
    string Emoji,
    string Criteria,
    PostMortemNeed PostMortem,
    TimeSpan PostMortemWithin,
    TimeSpan? UpdateEvery)
{
    /// <summary>One row for each severity, worst first.</summary>
    public static IReadOnlyList<SeverityPolicy> All { get; } =
    [
        new(Severity.Sev1, "SEV1", ":red_circle:", "Customer-facing outage of more than 30 minutes",
            PostMortemNeed.Required, TimeSpan.FromHours(48), TimeSpan.FromMinutes(30)),
        new(Severity.Sev2, "SEV2", ":large_orange_circle:", "Degraded service; there is a workaround",
            PostMortemNeed.Required, TimeSpan.FromDays(7), TimeSpan.FromHours(1)),
        new(Severity.Sev3, "SEV3", ":large_yellow_circle:", "Internal impact; no effect on customers",
            PostMortemNeed.Recommended, TimeSpan.FromDays(7), null),
        new(Severity.Sev4, "SEV4", ":white_circle:", "Near miss; caught before it had an impact",
            PostMortemNeed.Optional, TimeSpan.FromDays(14), null),
    ];

    /// <summary>The row of one severity.</summary>
    /// <param name="severity">One of the four.</param>
    public static SeverityPolicy For(Severity severity) => All[(int)severity - 1];

    /// <summary>Reads a severity as people type it: "1", "sev1", "SEV 1", "sev-1", or the workspace's own word for it.</summary>
    /// <param name="text">What was typed; null counts as empty.</param>
    /// <returns>The severity, or a refusal about "severity" that names the four.</returns>
    public static Result<Severity> Parse(string? text)
    {
        var word = (text ?? "").Trim();
        if (SeverityLabels.Find(word) is { } named)
        {
            return named;
        }

        if (word.StartsWith("sev", StringComparison.OrdinalIgnoreCase))
        {
            word = word[3..].TrimStart(' ', '-');
        }

        return word is ['1' or '2' or '3' or '4']
            ? (Severity)int.Parse(word, CultureInfo.InvariantCulture)
            : new Refusal(
                $"That is not a severity. Choose 1, 2, 3 or 4: {SeverityLabels.Of(Severity.Sev1)} is the worst, "
                    + $"{SeverityLabels.Of(Severity.Sev4)} a near miss.",
                "severity");
    }
}
