using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <content>
/// What can be corrected at any time, even after the incident is resolved, unless it is cancelled. Setting the current value
/// is accepted and changes nothing.
/// </content>
public sealed partial class Incident
{
    /// <summary>The longest description of what users see, in characters.</summary>
    public const int WhatUsersSeeLimit = 500;

    /// <summary>The longest name of a service or team, in characters.</summary>
    public const int NameLimit = 80;

    /// <summary>Whether the incident can be edited.</summary>
    /// <returns>Refused when it is cancelled.</returns>
    public Result MayEdit() => RefuseIfCancelled() is { } refusal ? refusal : Result.Accepted;

    /// <summary>Changes the severity; the post-mortem's deadline and the cadence of updates follow.</summary>
    /// <param name="severity">The new one.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when it is cancelled.</returns>
    public Result ChangeSeverity(Severity severity, PersonId by, DateTimeOffset now)
    {
        if (RefuseIfCancelled() is { } refusal)
        {
            return refusal;
        }

        if (severity != Severity)
        {
            Record(ChangedFact.Severity, SeverityPolicy.For(Severity).Word, SeverityPolicy.For(severity).Word, by, now);
            Severity = severity;
            NextUpdateDue = IsOpen ? StatusCadence.AfterSeverityChange(NextUpdateDue, severity, now.ToUniversalTime()) : null;
        }

        return Result.Accepted;
    }

    /// <summary>Changes the title; the caller renames the channel.</summary>
    /// <param name="title">One line, 1 to 120 characters once trimmed.</param>
    /// <param name="by">Who renames it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused, about "title", when it is empty or too long; refused when the incident is cancelled.</returns>
    public Result Rename(string? title, PersonId by, DateTimeOffset now) => Edit(
        PlainText.OneLine(title, TitleLimit, "title", "The title"), ChangedFact.Title, Title, text => Title = text, by, now);

    /// <summary>Sets the service; empty clears it.</summary>
    /// <param name="service">One line of at most 80 characters; empty for none.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused, about "service", when it is too long; refused when the incident is cancelled.</returns>
    public Result ChangeService(string? service, PersonId by, DateTimeOffset now) => Edit(
        PlainText.OptionalLine(service, NameLimit, "service", "The service"),
        ChangedFact.Service, Service, text => Service = NullIfEmpty(text), by, now);

    /// <summary>Sets what users see; empty clears it.</summary>
    /// <param name="whatUsersSee">At most 500 characters; empty for nothing.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused, about "what_users_see", when it is too long; refused when the incident is cancelled.</returns>
    public Result ChangeWhatUsersSee(string? whatUsersSee, PersonId by, DateTimeOffset now) => Edit(
        PlainText.OptionalLine(whatUsersSee, WhatUsersSeeLimit, "what_users_see", "What users see"),
        ChangedFact.WhatUsersSee, WhatUsersSee, text => WhatUsersSee = NullIfEmpty(text), by, now);

    /// <summary>Sets the other team that was affected; empty clears it.</summary>
    /// <param name="team">One line of at most 80 characters; empty for none.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused, about "affected_team", when it is too long; refused when the incident is cancelled.</returns>
    public Result ChangeAffectedTeam(string? team, PersonId by, DateTimeOffset now) => Edit(
        PlainText.OptionalLine(team, NameLimit, "affected_team", "The team"),
        ChangedFact.AffectedTeam, AffectedTeam, text => AffectedTeam = NullIfEmpty(text), by, now);

    /// <summary>Sets what triggered the incident.</summary>
    /// <param name="type">One of the five; null when it is unknown.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result ChangeType(IncidentType? type, PersonId by, DateTimeOffset now) => Edit(
        type?.ToString() ?? "", ChangedFact.Type, Type?.ToString(), _ => Type = type, by, now);

    /// <summary>Sets how bad the incident could have been.</summary>
    /// <param name="severity">One of the four; null when no one can say.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result ChangeCouldHaveBeen(Severity? severity, PersonId by, DateTimeOffset now) => Edit(
        Word(severity) ?? "", ChangedFact.CouldHaveBeen, Word(CouldHaveBeen), _ => CouldHaveBeen = severity, by, now);

    /// <summary>Sets who diagnosed the incident.</summary>
    /// <param name="person">Who; null when no one in particular.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result ChangeDiagnosedIt(PersonId? person, PersonId by, DateTimeOffset now) => Edit(
        person?.Value ?? "", ChangedFact.DiagnosedIt, DiagnosedIt?.Value, _ => DiagnosedIt = person, by, now);

    /// <summary>Sets who shipped the change that triggered the incident; a fact, never a cause.</summary>
    /// <param name="person">Who; null when there was no change.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result ChangeShippedTheChange(PersonId? person, PersonId by, DateTimeOffset now) => Edit(
        person?.Value ?? "", ChangedFact.ShippedTheChange, ShippedTheChange?.Value, _ => ShippedTheChange = person, by, now);

    /// <summary>
    /// Counts a new action item as a change of the incident: when two people add the last allowed one at once, the second
    /// request runs again and the limit holds.
    /// </summary>
    public void RecordActionItemAdded() => Version++;

    private Result Edit(
        Result<string> text, ChangedFact fact, string? old, Action<string> assign, PersonId by, DateTimeOffset now)
    {
        if ((RefuseIfCancelled() ?? text.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (text.Value != (old ?? ""))
        {
            Record(fact, old, NullIfEmpty(text.Value), by, now);
            assign(text.Value!);
        }

        return Result.Accepted;
    }

    private static string? Word(Severity? severity) => severity is { } known ? SeverityPolicy.For(known).Word : null;
}
