namespace IncidentBot.Domain.WriteUps;

/// <summary>Who should hear of a published write-up within a week. The numbers are stored and never change.</summary>
public enum SharingStep
{
    /// <summary>Leadership hears what was learned and what is planned.</summary>
    Leadership = 1,

    /// <summary>Teams with a similar risk hear of it.</summary>
    RelatedTeams = 2,
}

/// <summary>A sharing step that was done.</summary>
/// <param name="Step">Which.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Told">The people who got the write-up from the service; empty when they were told in another way.</param>
/// <param name="How">How they were told in another way, or why there is no one to tell; null when it was sent.</param>
public sealed record SharedWith(SharingStep Step, DateTimeOffset At, PersonId By, IReadOnlyList<PersonId> Told, string? How);
