namespace IncidentBot.Domain.Board;

/// <summary>One phase of an agenda.</summary>
/// <param name="Kind">What it is for; unique within a profile.</param>
/// <param name="Name">What it is called in this profile: "5 Whys".</param>
/// <param name="Length">How long it is planned for; nothing is cut off when that time is over.</param>
/// <param name="Shortest">The shortest planned length; null when there is only one.</param>
public sealed record AgendaPhase(AgendaPhaseKind Kind, string Name, TimeSpan Length, TimeSpan? Shortest = null);

/// <summary>An agenda: which phases in which order, and how long each.</summary>
/// <param name="Key">Its name in settings and in the database: "standard-90". Never changes.</param>
/// <param name="Name">What people read in the picker.</param>
/// <param name="For">When to use it, as a short clause.</param>
/// <param name="Phases">In order; at least two.</param>
public sealed record AgendaProfile(string Key, string Name, string For, IReadOnlyList<AgendaPhase> Phases)
{
    /// <summary>All phases together.</summary>
    public TimeSpan Length => Phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Length);

    /// <summary>Whether the team works in writing instead of meeting: the phases then last days, not minutes.</summary>
    public bool IsAsync => Length > TimeSpan.FromHours(4);

    /// <summary>The same agenda without some phases.</summary>
    /// <param name="leftOut">The phases that a meeting leaves out; usually none.</param>
    public AgendaProfile Without(IReadOnlyCollection<AgendaPhaseKind> leftOut) =>
        leftOut.Count == 0 ? this : this with { Phases = [.. Phases.Where(phase => !leftOut.Contains(phase.Kind))] };

    /// <summary>The place of a phase, 0 first; -1 when the profile has none of this kind.</summary>
    /// <param name="kind">The phase.</param>
    public int IndexOf(AgendaPhaseKind kind)
    {
        for (var index = 0; index < Phases.Count; index++)
        {
            if (Phases[index].Kind == kind)
            {
                return index;
            }
        }

        return -1;
    }
}
