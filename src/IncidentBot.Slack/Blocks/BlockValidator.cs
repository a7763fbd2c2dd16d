namespace IncidentBot.Slack.Blocks;

/// <summary>Finds blocks that Slack would refuse before they are sent, because Slack does not report errors in responses.</summary>
public static class BlockValidator
{
    /// <summary>Checks the blocks of a message.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <returns>All violations; empty when they may be sent.</returns>
    public static IReadOnlyList<BlockViolation> Message(IReadOnlyList<Block> blocks)
    {
        var findings = new BlockFindings("/blocks");
        findings.AtMost("", blocks.Count, Block.MaxPerMessage, "blocks");
        BlockRules.CheckAll(blocks, findings);
        return findings.All;
    }

    /// <summary>Checks a whole message: it has a text, which notifications and screen readers say, and perhaps blocks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">The blocks; null for none.</param>
    /// <param name="maxTextLength">Characters that the method takes.</param>
    /// <returns>All violations; empty when it may be sent.</returns>
    public static IReadOnlyList<BlockViolation> Message(Mrkdwn text, IReadOnlyList<Block>? blocks, int maxTextLength)
    {
        var findings = new BlockFindings("");
        findings.Text("text", text.Content, maxTextLength);
        return [.. findings.All, .. Message(blocks ?? [])];
    }

    /// <summary>Checks the options of an external select, which may be none.</summary>
    /// <param name="options">The options.</param>
    /// <param name="groups">The groups.</param>
    /// <returns>All violations; empty when they may be sent.</returns>
    public static IReadOnlyList<BlockViolation> Options(IReadOnlyList<Option> options, IReadOnlyList<OptionGroup> groups)
    {
        var findings = new BlockFindings("");
        if (options.Count + groups.Count > 0)
        {
            OptionRules.CheckMenu(options, groups, findings);
        }

        return findings.All;
    }

    /// <summary>Checks a modal or a home tab.</summary>
    /// <param name="view">The view.</param>
    /// <returns>All violations; empty when it may be sent.</returns>
    public static IReadOnlyList<BlockViolation> View(View view)
    {
        var findings = new BlockFindings("");
        ViewRules.Check(view, findings);
        return findings.All;
    }

    /// <summary>Throws when there is anything to complain about.</summary>
    /// <param name="violations">What was found.</param>
    /// <exception cref="SlackLimitException">There is a violation: a bug in the code that rendered it.</exception>
    public static void ThrowIfAny(IReadOnlyList<BlockViolation> violations)
    {
        if (violations.Count > 0)
        {
            throw new SlackLimitException(violations);
        }
    }
}
