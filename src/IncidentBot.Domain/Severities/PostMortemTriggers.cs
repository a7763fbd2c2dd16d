namespace IncidentBot.Domain.Severities;

/// <summary>The five reasons that make any incident worth a post-mortem, ticked when it is resolved. Stored as bits.</summary>
[Flags]
public enum PostMortemTriggers
{
    /// <summary>Nothing is ticked.</summary>
    None = 0,

    /// <summary>It reached customers, even briefly.</summary>
    ReachedCustomers = 1,

    /// <summary>A deployment caused downtime or behaviour that no one expected.</summary>
    UnexpectedDeployment = 2,

    /// <summary>An internal system failed in a way that put customers at risk.</summary>
    RiskedCustomers = 4,

    /// <summary>A near miss that would have been serious at another time.</summary>
    NearMiss = 8,

    /// <summary>The same kind of issue appeared before.</summary>
    HappenedBefore = 16,
}

/// <summary>One of the five reasons in the resolve modal.</summary>
/// <param name="Trigger">The single bit that the tick sets.</param>
/// <param name="Text">What the tick says; at most 75 characters, the limit of an option's text.</param>
public sealed record TriggerQuestion(PostMortemTriggers Trigger, string Text)
{
    /// <summary>All five, in the order in which they are asked.</summary>
    public static IReadOnlyList<TriggerQuestion> All { get; } =
    [
        new(PostMortemTriggers.ReachedCustomers, "It reached customers, even briefly"),
        new(PostMortemTriggers.UnexpectedDeployment, "A deployment did something unexpected"),
        new(PostMortemTriggers.RiskedCustomers, "An internal failure put customers at risk"),
        new(PostMortemTriggers.NearMiss, "At another time it would have been serious"),
        new(PostMortemTriggers.HappenedBefore, "We have seen this kind of issue before"),
    ];

    /// <summary>The sentences of the ticked reasons, separated by semicolons; empty when none is ticked.</summary>
    /// <param name="ticked">The ticked reasons.</param>
    public static string Words(PostMortemTriggers ticked) =>
        string.Join("; ", All.Where(question => ticked.HasFlag(question.Trigger)).Select(question => question.Text));
}
