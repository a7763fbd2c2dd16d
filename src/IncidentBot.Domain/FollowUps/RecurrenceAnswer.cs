namespace IncidentBot.Domain.FollowUps;

/// <summary>Whether it has come back. The numbers are stored and never change.</summary>
public enum ReturnVerdict
{
    /// <summary>It has not.</summary>
    NotBack = 1,

    /// <summary>It has; the cause is open again.</summary>
    CameBack = 2,

    /// <summary>It cannot be told yet; it is asked once more.</summary>
    TooEarly = 3,
}

/// <summary>One answer to the question whether it has come back.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="At">When it was given, UTC.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Sentence">What came back; null unless it did.</param>
/// <param name="IncidentNumber">As which incident; null when it did not, and when none of those that are known was it.</param>
public sealed record RecurrenceAnswer(ReturnVerdict Verdict, DateTimeOffset At, PersonId By, string? Sentence = null, int? IncidentNumber = null);
