namespace IncidentBot.Slack.Blocks;

/// <summary>Something that Slack would refuse.</summary>
/// <param name="Path">Where, as a JSON pointer ("/blocks/1/text/text").</param>
/// <param name="Problem">What, in words close to Slack's.</param>
public sealed record BlockViolation(string Path, string Problem)
{
    /// <summary>The place and the problem on one line.</summary>
    /// <returns>"path: problem".</returns>
    public override string ToString() => $"{Path}: {Problem}";
}

/// <summary>A message or view breaks a limit of Slack's: a bug in the code that rendered it.</summary>
public sealed class SlackLimitException : Exception
{
    /// <summary>Lists what is broken.</summary>
    /// <param name="violations">All that was found.</param>
    public SlackLimitException(IReadOnlyList<BlockViolation> violations)
        : base($"Slack would refuse this: {string.Join("; ", violations)}") => Violations = violations;

    /// <summary>All that was found.</summary>
    public IReadOnlyList<BlockViolation> Violations { get; }
}
