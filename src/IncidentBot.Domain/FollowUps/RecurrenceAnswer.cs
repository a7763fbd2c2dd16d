namespace IncidentBot.Domain.FollowUps;

/// <summary>Whether the incident has happened again. The names are stored; see <c>JsonColumn</c> before renaming one.</summary>
public enum RecurrenceVerdict
{
    /// <summary>It has not.</summary>
    NotBack = 1,

    /// <summary>It has; the structural gap is open again.</summary>
    CameBack = 2,

    /// <summary>Too early to tell; the question is asked once more.</summary>
    TooEarly = 3,
}

/// <summary>One answer to the recurrence check.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="At">When it was given, UTC.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Sentence">What happened again; null unless it did.</param>
/// <param name="IncidentNumber">The later incident; null when it did not happen again, or was not in the list.</param>
public sealed record RecurrenceAnswer(
    RecurrenceVerdict Verdict, DateTimeOffset At, PersonId By, string? Sentence = null, int? IncidentNumber = null);
