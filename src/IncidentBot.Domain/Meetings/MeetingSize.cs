namespace IncidentBot.Domain.Meetings;

/// <summary>How many people a meeting should have. Other numbers cause a warning and are never refused.</summary>
public static class MeetingSize
{
    /// <summary>With fewer, a perspective on the incident is missing.</summary>
    public const int Fewest = 5;

    /// <summary>With more, some people only listen.</summary>
    public const int Most = 8;

    /// <summary>The warning for a number of people; null when the number is fine.</summary>
    /// <param name="people">How many are invited, the facilitator among them.</param>
    public static string? Warning(int people) => people switch
    {
        0 => "No one is invited yet. Five to eight people work best.",
        1 => "One person is invited. Five to eight work best: with fewer, a perspective is missing.",
        < Fewest => $"{people} people are invited. Five to eight work best: with fewer, a perspective is missing.",
        > Most => $"{people} people are invited. Five to eight work best: with more, some only listen. Anyone not invited gets the draft.",
        _ => null,
    };
}
