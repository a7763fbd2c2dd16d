namespace IncidentBot.Domain.WriteUps;

/// <summary>Whom a published write-up is brought to within a week. The numbers are stored and never change.</summary>
public enum SharingStep
{
    /// <summary>Leadership hears what was learned and what is planned.</summary>
    Leadership = 1,

    /// <summary>Teams that run a similar risk hear of it.</summary>
    RelatedTeams = 2,
}

/// <summary>Someone brought it to those whom a step is for.</summary>
/// <param name="Step">Which.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Told">Whom the service sent it to; empty when they were told otherwise.</param>
/// <param name="How">How they were told otherwise, or why there is no one to tell; null when it was sent.</param>
public sealed record SharedWith(SharingStep Step, DateTimeOffset At, PersonId By, IReadOnlyList<PersonId> Told, string? How);
