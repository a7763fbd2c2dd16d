using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>What the incident cost. A value, replaced as a whole; everything is optional.</summary>
/// <param name="Duration">How long users were affected; not negative.</param>
/// <param name="UsersAffected">How many people; not negative.</param>
/// <param name="Revenue">An amount as people write it, with its currency ("about 12 000 EUR"); at most <see
/// cref="PostMortemLimits.Revenue"/> characters.</param>
/// <param name="DataLost">True or false when known.</param>
/// <param name="SloBudgetPercent">The share of the error budget that was used, in percent; above 100 when it was exceeded.</param>
/// <param name="Text">What users saw, in words; at most <see cref="PostMortemLimits.Section"/> characters.</param>
public sealed record Impact(
    TimeSpan? Duration = null,
    int? UsersAffected = null,
    string? Revenue = null,
    bool? DataLost = null,
    decimal? SloBudgetPercent = null,
    string? Text = null)
{
    /// <summary>
    /// What customers were told, and what it did to our reputation; at most <see cref="PostMortemLimits.Section"/> characters.
    /// </summary>
    public string? Communications { get; init; }

    /// <summary>Nothing is known yet.</summary>
    public static Impact Unknown { get; } = new();
}
