using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>The state of a correction. The numbers are stored and never change.</summary>
public enum CorrectionAnswer
{
    /// <summary>No one has answered it yet.</summary>
    Open = 0,

    /// <summary>Accepted: the document has to be edited.</summary>
    Accepted = 1,

    /// <summary>Declined with a reason.</summary>
    Declined = 2,

    /// <summary>Accepted, and someone states that the document already says so.</summary>
    AlreadyRight = 3,
}

/// <summary>A factual mistake that a reader reported, with its answer; visible to everyone.</summary>
public sealed class FactualCorrection
{
    private FactualCorrection()
    {
    }

    internal FactualCorrection(Guid id, string text, DocumentSection? section, PersonId by, DateTimeOffset now) =>
        (Id, Text, Section, By, At) = (id, text, section, by, now.ToUniversalTime());

    /// <summary>Given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>What is wrong and what is correct; 1 to <see cref="PostMortemLimits.Point"/> characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The section that it is about; null when the sender named none.</summary>
    public DocumentSection? Section { get; private set; }

    /// <summary>Who sent it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The answer to it.</summary>
    public CorrectionAnswer Answer { get; private set; }

    /// <summary>True if it was accepted, whether or not the document had to be edited.</summary>
    public bool IsAccepted => Answer is CorrectionAnswer.Accepted or CorrectionAnswer.AlreadyRight;

    /// <summary>Why it was declined; null otherwise.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who answered it; null while unanswered.</summary>
    public PersonId? AnsweredBy { get; private set; }

    /// <summary>When it was answered, UTC; null while unanswered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void SetAnswer(CorrectionAnswer answer, string? reason, PersonId by, DateTimeOffset now) =>
        (Answer, Reason, AnsweredBy, AnsweredAt) = (answer, reason, by, now.ToUniversalTime());
}
