namespace IncidentBot.Domain.ActionItems;

/// <summary>Whether a finished action worked: "done" does not mean that it worked. The numbers are stored and never change.</summary>
public enum EffectivenessVerdict
{
    /// <summary>It did what it was meant to do; no one asks again.</summary>
    Achieved = 1,

    /// <summary>Too early to tell; the question is asked again.</summary>
    NotYet = 2,

    /// <summary>It didn't work; the structural gap is open again.</summary>
    DidNotWork = 3,
}
