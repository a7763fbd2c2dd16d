using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <summary>The time between two neighbouring moments of an incident.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="End">When it ends, UTC; not before its start.</param>
/// <param name="EntriesInside">How many entries of the timeline lie strictly inside.</param>
/// <param name="Worked">Someone marked that people were working.</param>
public sealed record Gap(
    Milestone From,
    Milestone To,
    DateTimeOffset Start,
    DateTimeOffset End,
    int EntriesInside,
    bool Worked)
{
    /// <summary>How long it lasted; zero or more.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Its label: "change → symptom", "symptom → detection".</summary>
    public string Label => $"{Name(From)} → {Name(To)}";

    private static string Name(Milestone milestone) => milestone switch
    {
        Milestone.Change => "change",
        Milestone.FirstSymptom => "symptom",
        Milestone.FirstAlert => "detection",
        Milestone.Acknowledged => "acknowledgement",
        Milestone.CauseIdentified => "cause",
        Milestone.Mitigated => "mitigation",
        Milestone.FixDeployed => "fix",
        Milestone.Recovered => "recovery",
        _ => "all clear",
    };
}
