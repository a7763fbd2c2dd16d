using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <summary>What someone enters when declaring an incident. Only title and severity have no default.</summary>
/// <param name="Title">One line, 1 to 120 characters once trimmed.</param>
/// <param name="Severity">One of the four.</param>
public sealed record Declaration(string Title, Severity Severity)
{
    /// <summary>What users see, in plain words; null when not given.</summary>
    public string? WhatUsersSee { get; init; }

    /// <summary>What triggered the incident; null when not known yet.</summary>
    public IncidentType? Type { get; init; }

    /// <summary>Incident, project failure or near miss.</summary>
    public IncidentKind Kind { get; init; }

    /// <summary>The service it is about; null when not given.</summary>
    public string? Service { get; init; }

    /// <summary>Who leads; null when no one does yet.</summary>
    public PersonId? Lead { get; init; }

    /// <summary>When it started; null means now. Not in the future.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When a past incident ended; only read for a report. Not in the future, not before the start.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How bad it could have been; null when not given.</summary>
    public Severity? CouldHaveBeen { get; init; }

    /// <summary>Only members of its channel may see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>A drill.</summary>
    public bool IsDrill { get; init; }

    /// <summary>A past incident that is only recorded: resolved at once, without a channel unless one is wanted.</summary>
    public bool IsReport { get; init; }

    /// <summary>Whether a report gets its own channel; only read for a report, because every other incident has one.</summary>
    public bool WantsChannel { get; init; }

    /// <summary>What happened, in one sentence; only read for a report, because other incidents get it when they are resolved.</summary>
    public string? Sentence { get; init; }

    /// <summary>The ticked reasons for a post-mortem; only read for a report.</summary>
    public PostMortemTriggers Triggers { get; init; }
}
