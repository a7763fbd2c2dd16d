namespace IncidentBot.Domain.ActionItems;

/// <summary>Whether what was done had its effect: done is not verified. The numbers are stored and never change.</summary>
public enum EffectivenessVerdict
{
    /// <summary>It did what it was meant to do; no one asks again.</summary>
    Achieved = 1,

    /// <summary>It cannot be told yet; it is asked again.</summary>
    NotYet = 2,

    /// <summary>It did not; the cause is open again.</summary>
    DidNotWork = 3,
}
