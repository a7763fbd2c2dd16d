using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.WriteUps;

/// <summary>What the incident itself says about a section: its content until someone writes the section.</summary>
/// <param name="Summary">What was said when the incident was resolved; empty when nothing was.</param>
/// <param name="Impact">How long it lasted and what users saw.</param>
public sealed record WriteUpDefaults(string Summary, Impact Impact)
{
    /// <summary>Nothing is known.</summary>
    public static WriteUpDefaults None { get; } = new("", Impact.Unknown);

    /// <summary>What an incident says.</summary>
    /// <param name="incident">The incident.</param>
    public static WriteUpDefaults Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new(incident.Resolution ?? "", new Impact(incident.Duration, Text: incident.WhatUsersSee));
    }

    /// <summary>The summary as it is printed.</summary>
    /// <param name="writeUp">The write-up.</param>
    public string SummaryOf(WriteUp writeUp) => writeUp.Summary.Length > 0 ? writeUp.Summary : Summary;

    /// <summary>The impact as it is printed.</summary>
    /// <param name="writeUp">The write-up.</param>
    public Impact ImpactOf(WriteUp writeUp) => writeUp.Impact == Impact.Unknown ? Impact : writeUp.Impact;
}
