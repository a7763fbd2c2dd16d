namespace IncidentBot.Domain.PostMortems;

/// <summary>How much fits into a write-up of one page. Lengths count UTF-16 characters.</summary>
public static class PostMortemLimits
{
    /// <summary>The longest summary; two or three sentences are far below it.</summary>
    public const int Summary = 1500;

    /// <summary>The longest free text of a section.</summary>
    public const int Section = 3000;

    /// <summary>The longest factor, learning, why, symptom or parked point.</summary>
    public const int Point = 500;

    /// <summary>The longest written reason.</summary>
    public const int Reason = 500;

    /// <summary>The longest amount of lost revenue.</summary>
    public const int Revenue = 60;

    /// <summary>The longest meeting link.</summary>
    public const int Link = 500;

    /// <summary>The most points in one list.</summary>
    public const int Points = 30;

    /// <summary>The shortest meeting that can be scheduled.</summary>
    public static TimeSpan ShortestMeeting => TimeSpan.FromMinutes(15);

    /// <summary>The longest meeting that can be scheduled.</summary>
    public static TimeSpan LongestMeeting => TimeSpan.FromHours(4);
}
