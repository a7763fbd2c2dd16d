using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>What kind of point was parked. The numbers are stored and never change.</summary>
public enum ParkedKind
{
    /// <summary>A question to come back to.</summary>
    Question = 1,

    /// <summary>A possible cause that is not pursued now.</summary>
    Cause = 2,
}

/// <summary>What became of a parked point. The numbers are stored and never change.</summary>
public enum ParkedOutcome
{
    /// <summary>Someone wrote the answer.</summary>
    Answered = 1,

    /// <summary>It needs no answer any longer.</summary>
    Dropped = 2,

    /// <summary>It became an idea for an action.</summary>
    Idea = 3,
}

/// <summary>A point parked in the meeting. Actions beyond the limit are kept as ideas instead.</summary>
public sealed class ParkedItem
{
    private ParkedItem()
    {
    }

    internal ParkedItem(Guid id, ParkedKind kind, string text, PersonId by, DateTimeOffset at) =>
        (Id, Kind, Text, ParkedBy, ParkedAt) = (id, kind, TextRule.Clean(text), by, at);

    /// <summary>Given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it is.</summary>
    public ParkedKind Kind { get; private set; }

    /// <summary>The point; 1 to <see cref="PostMortemLimits.Point"/> characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who parked it.</summary>
    public PersonId ParkedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ParkedAt { get; private set; }

    /// <summary>What became of it; null while it is open.</summary>
    public ParkedOutcome? Outcome { get; private set; }

    /// <summary>The answer; null unless it was answered.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who settled it; null while it is open.</summary>
    public PersonId? SettledBy { get; private set; }

    /// <summary>When it was settled, UTC; null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    internal void Settle(ParkedOutcome outcome, string? answer, PersonId by, DateTimeOffset now) =>
        (Outcome, Answer, SettledBy, SettledAt) = (outcome, answer, by, now.ToUniversalTime());
}
