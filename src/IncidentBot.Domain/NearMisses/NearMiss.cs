using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.NearMisses;

/// <summary>What someone types about a near miss.</summary>
/// <param name="WhatHappened">What happened, in a sentence or two.</param>
/// <param name="CaughtBy">What kept it from becoming an incident; luck counts.</param>
/// <param name="CouldHaveBeen">How bad it could have been; null when not chosen.</param>
/// <param name="Service">The service; empty when none is named.</param>
public sealed record NearMissReport(string WhatHappened, string CaughtBy, Severity? CouldHaveBeen, string Service);

/// <summary>
/// Something that was caught before it did harm. It has no channel, no lead and no deadline. It counts beside incidents and never among
/// them, until someone wants a post-mortem for it: then an incident is made of it.
/// </summary>
public sealed class NearMiss
{
    /// <summary>The longest answer, in UTF-16 characters; it fits into an incident's sentence.</summary>
    public const int AnswerLimit = Incident.SentenceLimit;

    private NearMiss()
    {
    }

    /// <summary>Counted apart from incidents; given by the database when it is saved.</summary>
    public int Number { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>When it was reported, UTC.</summary>
    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>Who reported it; null when it was reported anonymously.</summary>
    public PersonId? ReportedBy { get; private set; }

    /// <summary>What happened.</summary>
    public string WhatHappened { get; private set; } = "";

    /// <summary>What kept it from becoming an incident.</summary>
    public string CaughtBy { get; private set; } = "";

    /// <summary>How bad it could have been.</summary>
    public Severity CouldHaveBeen { get; private set; }

    /// <summary>The service; null when none is named.</summary>
    public string? Service { get; private set; }

    /// <summary>The cause class as it was chosen; it may have been merged into another one since. Null until someone names it.</summary>
    public Guid? Cause { get; private set; }

    /// <summary>The incident that was made of it for a post-mortem; null while there is none.</summary>
    public int? IncidentNumber { get; private set; }

    /// <summary>Reports a near miss.</summary>
    /// <param name="report">What was typed.</param>
    /// <param name="by">Who reports it; null for an anonymous report, of which nothing else may be kept either.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>
    /// Refused when what happened ("what_happened"), what caught it ("caught_by") or the severity ("could_have_been") is missing, when a
    /// text is too long, and when one mentions a person.
    /// </returns>
    public static Result<NearMiss> Report(NearMissReport report, PersonId? by, DateTimeOffset now)
    {
        var service = PlainText.OptionalLine(report.Service, Incident.NameLimit, "service", "The service");
        var refusal = Check(report.WhatHappened, "what_happened", "Say what happened; a sentence is enough.")
            ?? (report.CouldHaveBeen is null ? new Refusal("Choose how bad it could have been.", "could_have_been") : null)
            ?? Check(report.CaughtBy, "caught_by", "Say what caught it: an alert, a check, a colleague, or luck.")
            ?? (service.Ok ? null : service.Refusal);
        return refusal is not null ? refusal : new NearMiss
        {
            ReportedAt = now.ToUniversalTime(),
            ReportedBy = by,
            WhatHappened = TextRule.Clean(report.WhatHappened),
            CaughtBy = TextRule.Clean(report.CaughtBy),
            CouldHaveBeen = report.CouldHaveBeen!.Value,
            Service = TextRule.CleanOrNull(service.Value),
        };
    }

    /// <summary>The incident that a post-mortem needs: a recorded SEV4 of the kind "near miss", with a channel.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="lead">Who wants it, and leads it.</param>
    public Declaration AsIncident(string title, PersonId lead) => new(title, Severity.Sev4)
    {
        Kind = IncidentKind.NearMiss,
        Service = Service,
        Lead = lead,
        StartedAt = ReportedAt,
        EndedAt = ReportedAt,
        CouldHaveBeen = CouldHaveBeen,
        IsReport = true,
        WantsChannel = true,
        Sentence = WhatHappened,
    };

    /// <summary>Notes the incident that was made of it.</summary>
    /// <param name="incident">The incident's number.</param>
    /// <returns>Refused when there is one already.</returns>
    public Result BecomeIncident(int incident)
    {
        if (IncidentNumber is { } known)
        {
            return new Refusal($"Near miss {Number} already has a post-mortem: incident {known}.", "title");
        }

        IncidentNumber = incident;
        Version++;
        return Result.Accepted;
    }

    /// <summary>Sets the cause class; true if it changed.</summary>
    /// <param name="cause">The class.</param>
    public bool SetCause(Guid cause)
    {
        if (Cause == cause)
        {
            return false;
        }

        Cause = cause;
        Version++;
        return true;
    }

    private static Refusal? Check(string text, string field, string whenEmpty) =>
        TextRule.Required(text, AnswerLimit, field, whenEmpty)
            ?? (NoNames.Check(text, field) is { Ok: false } named ? named.Refusal : null);
}
