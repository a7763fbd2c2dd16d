namespace IncidentBot.Domain.Incidents;

/// <summary>What a change was about. The numbers are stored and never change.</summary>
public enum ChangedFact
{
    /// <summary>The incident was declared; the new value is its title.</summary>
    Declared = 1,

    /// <summary>The title.</summary>
    Title = 2,

    /// <summary>The severity, as its word.</summary>
    Severity = 3,

    /// <summary>The status, as its word; resolving, reopening and cancelling are changes of it.</summary>
    Status = 4,

    /// <summary>The service.</summary>
    Service = 5,

    /// <summary>The type.</summary>
    Type = 6,

    /// <summary>What users see.</summary>
    WhatUsersSee = 7,

    /// <summary>The holder of a role; the values are person ids, the detail names the role.</summary>
    Role = 8,

    /// <summary>A milestone; the values are instants as "yyyy-MM-dd HH:mm UTC", the detail is its label.</summary>
    Milestone = 9,

    /// <summary>When it started, as "yyyy-MM-dd HH:mm UTC".</summary>
    Start = 10,

    /// <summary>Who diagnosed it; the values are person ids.</summary>
    DiagnosedIt = 11,

    /// <summary>Who shipped the change; the values are person ids.</summary>
    ShippedTheChange = 12,

    /// <summary>The team that was affected.</summary>
    AffectedTeam = 13,

    /// <summary>How bad it could have been, as the severity's word.</summary>
    CouldHaveBeen = 14,

    /// <summary>When it ended, as "yyyy-MM-dd HH:mm UTC".</summary>
    End = 15,

    /// <summary>Incident, project failure or near miss, in words.</summary>
    Kind = 16,

    /// <summary>Whether it is a drill, "yes" or "no".</summary>
    Drill = 17,

    /// <summary>Whether it is private, "yes" or "no".</summary>
    Private = 18,

    /// <summary>The ticked reasons for a post-mortem, in words.</summary>
    Triggers = 19,

    /// <summary>A link to another incident, in words.</summary>
    Link = 20,
}

/// <summary>One recorded change of an incident: what changed, the values before and after, by whom and when.</summary>
public sealed class IncidentChange
{
    /// <summary>What it was about.</summary>
    public required ChangedFact Fact { get; init; }

    /// <summary>Which one, where there are several (the role, the milestone), or the reason given; null when there is none.</summary>
    public string? Detail { get; init; }

    /// <summary>The value before; null when there was none.</summary>
    public string? Old { get; init; }

    /// <summary>The value after; null when it was cleared.</summary>
    public string? New { get; init; }

    /// <summary>Who did it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
