namespace IncidentBot.Domain.Board;

/// <summary>The words that a post-mortem starts with. They are shown; no one clicks to agree.</summary>
public static class PrimeDirective
{
    /// <summary>The Prime Directive of retrospectives, word for word.</summary>
    public const string Text =
        "Regardless of what we discover, we understand and truly believe that everyone did the best job they could, "
        + "given what they knew at the time, their skills and abilities, the resources available, and the situation at hand.";

    /// <summary>Who wrote it.</summary>
    public const string Author = "Norm Kerth";

    /// <summary>When it was published.</summary>
    public const int Year = 2001;

    /// <summary>The insight to show at the start and beside the root cause, in the product's words.</summary>
    public const string KeyInsight =
        "What people did looked right to them at the time, given what they knew. "
        + "Ask what made it look right: that is what we can change.";
}
