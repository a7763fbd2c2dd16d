namespace IncidentBot.Domain.Incidents;

/// <content>How an incident begins.</content>
public sealed partial class Incident
{
    /// <summary>The longest title, in characters.</summary>
    public const int TitleLimit = 120;

    /// <summary>How far ahead of our clock a time may be and still count as now, because clocks differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>Declares an incident; its number comes from the database. A report is resolved at once.</summary>
    /// <param name="declaration">What the form asked for.</param>
    /// <param name="by">Who declares it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>The incident, or a refusal about "title", "what_users_see", "service", "sentence", "started_at" or "ended_at".</returns>
    public static Result<Incident> Declare(Declaration declaration, PersonId by, DateTimeOffset now)
    {
        var title = PlainText.OneLine(declaration.Title, TitleLimit, "title", "The title");
        var sees = PlainText.OptionalLine(declaration.WhatUsersSee, WhatUsersSeeLimit, "what_users_see", "What users see");
        var service = PlainText.OptionalLine(declaration.Service, NameLimit, "service", "The service");
        var sentence = PlainText.OptionalLine(declaration.Sentence, SentenceLimit, "sentence", SentenceName);
        var started = declaration.StartedAt ?? now;
        var refusal = title.Refusal ?? sees.Refusal ?? service.Refusal ?? sentence.Refusal
            ?? RefuseFutureTime(started, now, "started_at")
            ?? (declaration is { IsReport: true, EndedAt: { } ended } ? RefuseImpossibleEnd(started, ended, now) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var incident = new Incident
        {
            Title = title.Value!,
            WhatUsersSee = NullIfEmpty(sees.Value),
            Service = NullIfEmpty(service.Value),
            Severity = declaration.Severity,
            Type = declaration.Type,
            Kind = declaration.Kind,
            CouldHaveBeen = declaration.CouldHaveBeen,
            IsPrivate = declaration.IsPrivate,
            IsDrill = declaration.IsDrill,
            IsReport = declaration.IsReport,
            HasChannel = !declaration.IsReport || declaration.WantsChannel,
            DeclaredBy = by,
            DeclaredAt = now.ToUniversalTime(),
            StartedAt = started.ToUniversalTime(),
        };
        incident.Begin(declaration, by, now);
        return incident;
    }

    private void Begin(Declaration declaration, PersonId by, DateTimeOffset now)
    {
        Record(ChangedFact.Declared, null, Title, by, now);
        if (declaration.Lead is { } lead)
        {
            SetHolder(IncidentRole.Lead, lead, by, now);
        }
        else if (!IsReport)
        {
            // Whoever declares is there and knows something. That they declared it says so; it is no change of its own.
            _roles.Add(new RoleHolder { Role = IncidentRole.Lead, Person = by, Since = DeclaredAt });
        }

        if (!IsReport)
        {
            StartClocks(now);
            return;
        }

        // The post-mortem's clock starts at the report, because a deadline counted from the incident itself would often have passed.
        Status = IncidentStatus.Resolved;
        ResolvedAt = DeclaredAt;
        Triggers = declaration.Triggers;
        Resolution = NullIfEmpty(PlainText.OptionalLine(declaration.Sentence, SentenceLimit, "sentence", SentenceName).Value);
        if (declaration.EndedAt is { } ended)
        {
            EndedAt = ended.ToUniversalTime();
            Duration = EndedAt - StartedAt;
            MarkIfUnknown(Milestone.Recovered, ended);
        }
    }
}
