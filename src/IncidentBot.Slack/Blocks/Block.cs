namespace IncidentBot.Slack.Blocks;

/// <summary>A layout block of a message or view ("Blocks" in Slack's Block Kit reference).</summary>
public abstract record Block
{
    /// <summary>Blocks in one message.</summary>
    public const int MaxPerMessage = 50;

    /// <summary>Characters in a block_id.</summary>
    public const int MaxBlockIdLength = 255;

    /// <summary>The block's type on the wire.</summary>
    public abstract string Type { get; }

    /// <summary>Names the block, once per message or view; an input block needs one to find its value again.</summary>
    public string? BlockId { get; init; }
}
