using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.Recurrence;

/// <summary>What a structural investigation led to. The numbers are stored and never change.</summary>
public enum InvestigationOutcome
{
    /// <summary>A technical project was planned.</summary>
    Project = 1,

    /// <summary>The teams involved review it together.</summary>
    CrossTeamReview = 2,

    /// <summary>The services and what they depend on are mapped.</summary>
    DependencyMap = 3,

    /// <summary>Something else was decided.</summary>
    Other = 4,

    /// <summary>Nothing is changed, and the risk is accepted.</summary>
    AcceptedRisk = 5,
}

/// <summary>One change of an investigation.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="What">What changed, without who did it.</param>
public sealed record InvestigationChange(DateTimeOffset At, PersonId By, string What);

/// <summary>
/// What three incidents of one class in 90 days call for: someone finds out why the cause comes back, and closes the investigation with
/// what was decided. At most one for each class and quarter.
/// </summary>
public sealed class StructuralInvestigation
{
    /// <summary>The longest decision.</summary>
    public const int DecisionLimit = 500;

    private readonly List<InvestigationChange> _history = [];

    private StructuralInvestigation()
    {
    }

    /// <summary>The id, given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The cause class; it may have been merged into another one since.</summary>
    public Guid Class { get; private set; }

    /// <summary>The quarter, as <see cref="Recurrence.Quarter"/> writes it.</summary>
    public string Quarter { get; private set; } = "";

    /// <summary>The incident that completed the pattern.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Incidents of the class from this instant on belong to it, UTC.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Who owns it; null until someone does.</summary>
    public PersonId? Owner { get; private set; }

    /// <summary>Since when they own it, UTC; null without an owner.</summary>
    public DateTimeOffset? OwnedSince { get; private set; }

    /// <summary>When it was closed, UTC; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who closed it; null while it is open.</summary>
    public PersonId? ClosedBy { get; private set; }

    /// <summary>What it led to; null while it is open.</summary>
    public InvestigationOutcome? Outcome { get; private set; }

    /// <summary>What was decided, in a sentence; null while it is open.</summary>
    public string? Decision { get; private set; }

    /// <summary>Its changes, oldest first.</summary>
    public IReadOnlyList<InvestigationChange> History => _history;

    /// <summary>Opens an investigation of a structural pattern.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="cause">The class.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="now">UTC.</param>
    public static StructuralInvestigation Open(Guid id, Guid cause, RepeatPattern pattern, DateTimeOffset now) => new()
    {
        Id = id,
        Class = cause,
        Quarter = pattern.Quarter.ToString(),
        IncidentNumber = pattern.Third.Number,
        Since = pattern.Since,
        OpenedAt = now.ToUniversalTime(),
    };

    /// <summary>Makes someone the owner. Naming the owner again changes nothing.</summary>
    /// <param name="owner">Who.</param>
    /// <param name="by">Who names them.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when it is closed.</returns>
    public Result Assign(PersonId owner, PersonId by, DateTimeOffset now)
    {
        if (ClosedAt is not null)
        {
            return new Refusal("This investigation is closed.", "owner");
        }

        if (Owner != owner)
        {
            (Owner, OwnedSince) = (owner, now.ToUniversalTime());
            Record($"assigned to {owner}", by, now);
        }

        return Result.Accepted;
    }

    /// <summary>Closes it with what was decided; on a closed one, changes the decision.</summary>
    /// <param name="outcome">What it led to.</param>
    /// <param name="decision">A sentence; 1 to <see cref="DecisionLimit"/> characters.</param>
    /// <param name="seen">The version that the person saw, so that no one replaces a decision unseen.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused, about "outcome" or "decision", when one is missing or too long, or someone else closed it meanwhile.</returns>
    public Result Close(InvestigationOutcome? outcome, string? decision, int seen, PersonId by, DateTimeOffset now)
    {
        if (outcome is null)
        {
            return new Refusal("Choose what comes next.", "outcome");
        }

        if (TextRule.Required(decision, DecisionLimit, "decision", "Say in one sentence what was decided.") is { } refusal)
        {
            return refusal;
        }

        var text = TextRule.Clean(decision);
        if ((Outcome, Decision) == (outcome, text))
        {
            return Result.Accepted;
        }

        if (ClosedAt is not null && seen != Version)
        {
            return new Refusal("Someone has closed this investigation in the meantime. Open it again to change the decision.", "decision");
        }

        Record(Decision is null ? "closed" : $"decision changed; it said: “{Decision}”", by, now);
        (Outcome, Decision) = (outcome, text);
        (ClosedAt, ClosedBy) = (ClosedAt ?? now.ToUniversalTime(), by);
        return Result.Accepted;
    }

    private void Record(string what, PersonId by, DateTimeOffset now)
    {
        Version++;
        _history.Add(new InvestigationChange(now.ToUniversalTime(), by, what));
    }
}
