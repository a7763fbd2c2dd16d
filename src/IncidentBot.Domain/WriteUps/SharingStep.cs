namespace IncidentBot.Domain.WriteUps;

/// <summary>Whom to share a published write-up with within a week. The numbers are stored and never change.</summary>
public enum SharingStep
{
    /// <summary>Brief leadership on what was learned and what is planned.</summary>
    Leadership = 1,

    /// <summary>Inform teams with a similar risk.</summary>
    RelatedTeams = 2,
}

/// <summary>A sharing step that was done.</summary>
/// <param name="Step">Which.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Told">The people that the bot sent the write-up to; empty when they were told in another way.</param>
/// <param name="How">How they were told in another way, or why there is no one to tell; null when the bot sent it.</param>
public sealed record SharedWith(SharingStep Step, DateTimeOffset At, PersonId By, IReadOnlyList<PersonId> Told, string? How);
