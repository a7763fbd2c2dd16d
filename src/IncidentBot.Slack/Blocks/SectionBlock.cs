namespace IncidentBot.Slack.Blocks;

/// <summary>A section block: text, up to ten fields in two columns, and one element beside them. Texts are cut to Slack's limit.</summary>
/// <param name="Text">The text; may be missing when there are fields.</param>
public sealed record SectionBlock(TextObject? Text = null) : Block
{
    /// <summary>Characters in the text.</summary>
    public const int MaxTextLength = 3000;

    /// <summary>Fields in one section.</summary>
    public const int MaxFields = 10;

    /// <summary>Characters in one field.</summary>
    public const int MaxFieldLength = 2000;

    /// <inheritdoc/>
    public override string Type => "section";

    /// <summary>The text; may be missing when there are fields.</summary>
    public TextObject? Text { get; init; } = Text?.Fit(MaxTextLength);

    /// <summary>Short texts in two columns.</summary>
    public IReadOnlyList<TextObject> Fields { get; init => field = [.. value.Select(each => each.Fit(MaxFieldLength))]; } = [];

    /// <summary>The element to the right.</summary>
    public ISectionAccessory? Accessory { get; init; }

    /// <summary>Shows the whole text at once, without "see more".</summary>
    public bool Expand { get; init; }
}
