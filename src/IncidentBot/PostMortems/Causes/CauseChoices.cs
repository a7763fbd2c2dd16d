using IncidentBot.Domain.Causes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Causes;

/// <summary>A class that may fit a gap, and why, as far as the reader may know.</summary>
/// <param name="Class">The class.</param>
/// <param name="Reason">"same service, shares connection pool, last seen in incident 31".</param>
internal sealed record CauseChoice(CauseClass Class, string Reason);

/// <summary>The classes that are suggested for a gap, best first.</summary>
/// <param name="Choices">At most ten.</param>
/// <param name="IsNew">Nothing is near, so a new class comes first.</param>
internal sealed record CauseChoices(IReadOnlyList<CauseChoice> Choices, bool IsNew)
{
    public static CauseChoices None { get; } = new([], true);

    /// <summary>The classes couldn't be read in time; they can be asked for again.</summary>
    public static CauseChoices Unknown { get; } = new([], true) { IsUnknown = true };

    public bool IsUnknown { get; private init; }
}

/// <summary>What can be done with a class from anywhere.</summary>
internal static class CauseActions
{
    /// <summary>Opens the class. Value: its id.</summary>
    public const string Open = "cause_open";
}

/// <summary>A class in a message.</summary>
internal static class CauseWords
{
    public const string Label = "Cause class";

    public static Mrkdwn Of(CauseClass? cause) => cause is null ? Mrkdwn.Empty : Mrkdwn.Text($"_{Label}: {cause.Name}_");
}
