namespace IncidentBot.Domain.Incidents;

/// <content>From investigating to cancelled, and back.</content>
public sealed partial class Incident
{
    /// <summary>The longest reason or resolution, in characters.</summary>
    public const int SentenceLimit = 500;

    private const string SentenceName = "The sentence about what happened";

    /// <summary>Moves the incident between investigating, identified and mitigated, and sets the matching milestone if unknown.</summary>
    /// <param name="status">The new status; the current one is accepted and changes nothing.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is not open, and for resolved and cancelled, which have methods of their own.</returns>
    public Result ChangeStatus(IncidentStatus status, PersonId by, DateTimeOffset now)
    {
        if (RefuseUnlessOpen() is { } refusal)
        {
            return refusal;
        }

        if (status is IncidentStatus.Resolved or IncidentStatus.Cancelled)
        {
            var verb = status == IncidentStatus.Resolved ? "resolve" : "cancel REASON";
            return new Refusal($"Use `{verb}` instead.", "status");
        }

        MoveTo(status, by, now, null);
        if (status == IncidentStatus.Identified)
        {
            MarkIfUnknown(Milestone.CauseIdentified, now);
        }
        else if (status == IncidentStatus.Mitigated)
        {
            MarkIfUnknown(Milestone.Mitigated, now);
        }

        return Result.Accepted;
    }

    /// <summary>
    /// Ends the incident: freezes its duration and starts the post-mortem's clock. If unknown, the recovery milestone is set
    /// to the end, and the all-clear milestone to the current time.
    /// </summary>
    /// <param name="resolution">What the resolve modal asks for.</param>
    /// <param name="by">Who resolves it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when it is not open, or about "ended_at" or "sentence".</returns>
    public Result Resolve(Resolution resolution, PersonId by, DateTimeOffset now)
    {
        if (Status == IncidentStatus.Resolved)
        {
            return new Refusal($"Incident {Number} is already resolved.");
        }

        var sentence = PlainText.OptionalLine(resolution.Sentence, SentenceLimit, "sentence", SentenceName);
        var ended = NotBefore(StartedAt, resolution.EndedAt);
        var refusal = RefuseUnlessOpen() ?? RefuseImpossibleEnd(StartedAt, ended, now) ?? sentence.Refusal;
        if (refusal is not null)
        {
            return refusal;
        }

        Resolution = NullIfEmpty(sentence.Value);
        MoveTo(IncidentStatus.Resolved, by, now, Resolution);
        EndedAt = ended.ToUniversalTime();
        ResolvedAt = now.ToUniversalTime();
        Duration = EndedAt - StartedAt;
        MarkIfUnknown(Milestone.Recovered, EndedAt.Value);
        MarkIfUnknown(Milestone.AllClear, now);
        StopClocks();
        return Result.Accepted;
    }

    /// <summary>Reopens the incident: the frozen figures are kept in <see cref="Reopenings"/>, and the clocks restart.</summary>
    /// <param name="reason">Why; 1 to 500 characters.</param>
    /// <param name="by">Who reopens it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when it is open or only a report, or about "reason" when that is empty or too long.</returns>
    public Result Reopen(string? reason, PersonId by, DateTimeOffset now)
    {
        var why = PlainText.OneLine(reason, SentenceLimit, "reason", "The reason");
        if ((RefuseUnlessReopenable() ?? why.Refusal) is { } refusal)
        {
            return refusal;
        }

        _reopenings.Add(new Reopening
        {
            Reason = why.Value!,
            By = by,
            At = now.ToUniversalTime(),
            ResolvedAtBefore = ResolvedAt,
            DurationBefore = Duration,
        });
        MoveTo(IncidentStatus.Investigating, by, now, why.Value);
        (EndedAt, ResolvedAt, Duration, CancelReason, DuplicateOf) = (null, null, null, null, null);
        _milestones.RemoveAll(mark => mark.Milestone is Milestone.Recovered or Milestone.AllClear);
        StartClocks(now);
        return Result.Accepted;
    }

    /// <summary>Cancels the incident: it no longer counts in metrics and needs no post-mortem. Also for a mistaken report.</summary>
    /// <param name="reason">Why; 1 to 500 characters.</param>
    /// <param name="by">Who cancels it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when it is not open, or about "reason" when that is empty or too long.</returns>
    public Result Cancel(string? reason, PersonId by, DateTimeOffset now)
    {
        var why = PlainText.OneLine(reason, SentenceLimit, "reason", "The reason");
        var mistakenReport = IsReport && Status == IncidentStatus.Resolved;
        if (((mistakenReport ? null : RefuseUnlessOpen()) ?? why.Refusal) is { } refusal)
        {
            return refusal;
        }

        MoveTo(IncidentStatus.Cancelled, by, now, why.Value);
        CancelReason = why.Value;
        StopClocks();
        return Result.Accepted;
    }

    /// <summary>Marks the incident as a duplicate of another one and cancels it. Doing so twice is accepted.</summary>
    /// <param name="number">The other incident's number; the caller checks that it exists.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when it is not open, or about "number" when that is its own number or not a number.</returns>
    public Result MarkDuplicateOf(int number, PersonId by, DateTimeOffset now)
    {
        if (DuplicateOf == number)
        {
            return Result.Accepted;
        }

        if (number <= 0 || number == Number)
        {
            return new Refusal("Give the number of another incident, such as 7.", "number");
        }

        var result = Cancel($"duplicate of incident {number}", by, now);
        DuplicateOf = result.Ok ? number : DuplicateOf;
        return result;
    }

    /// <summary>Pickers only offer whole minutes, so an end within the minute of the start counts as the start.</summary>
    private static DateTimeOffset NotBefore(DateTimeOffset started, DateTimeOffset ended) =>
        ended < started && started - ended < TimeSpan.FromMinutes(1) ? started : ended;

    /// <summary>Whether the incident can be resolved now; the details are checked by <see cref="Resolve"/>.</summary>
    /// <returns>Refused when it is not open.</returns>
    public Result MayResolve() => RefuseUnlessOpen() is { } refusal ? refusal : Result.Accepted;

    /// <summary>Whether the incident can be reopened; the reason is checked by <see cref="Reopen"/>.</summary>
    /// <returns>Refused when it is open or only a report.</returns>
    public Result MayReopen() => RefuseUnlessReopenable() is { } refusal ? refusal : Result.Accepted;

    private Refusal? RefuseUnlessReopenable() => this switch
    {
        { IsOpen: true } => new Refusal($"Incident {Number} is already open."),
        { IsReport: true } => new Refusal($"Incident {Number} is the record of a past incident and can't be reopened. Declare a new one."),
        _ => null,
    };

    private void MoveTo(IncidentStatus status, PersonId by, DateTimeOffset now, string? detail)
    {
        if (status != Status)
        {
            Record(ChangedFact.Status, StatusLabel.For(Status).Word, StatusLabel.For(status).Word, by, now, detail);
            Status = status;
        }
    }
}
