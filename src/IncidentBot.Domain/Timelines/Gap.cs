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
    private const string StartName = "start";

    /// <summary>True if it begins where the incident itself began, because no symptom is known.</summary>
    public bool FromStart { get; init; }

    /// <summary>True if it ends where the incident itself began, because no symptom is known.</summary>
    public bool ToStart { get; init; }

    /// <summary>How long it lasted; zero or more.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Its label: "change → symptom", "symptom → detection".</summary>
    public string Label => $"{(FromStart ? StartName : Name(From))} → {(ToStart ? StartName : Name(To))}";

    internal static string Name(Milestone milestone) => milestone switch
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
