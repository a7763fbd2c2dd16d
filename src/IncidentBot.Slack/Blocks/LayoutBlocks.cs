namespace IncidentBot.Slack.Blocks;

/// <summary>A header block: one large line of plain text, cut to Slack's limit.</summary>
/// <param name="Text">The line.</param>
public sealed record HeaderBlock(PlainText Text) : Block
{
    /// <summary>Characters in the line.</summary>
    public const int MaxTextLength = 150;

    /// <inheritdoc/>
    public override string Type => "header";

    /// <summary>The line.</summary>
    public PlainText Text { get; init; } = Text.Fit(MaxTextLength);
}

/// <summary>A divider block: a thin line.</summary>
public sealed record DividerBlock : Block
{
    /// <inheritdoc/>
    public override string Type => "divider";
}

/// <summary>A context block: small grey texts, cut to Slack's limit, and images.</summary>
/// <param name="Elements">The elements, in order.</param>
public sealed record ContextBlock(params IReadOnlyList<IContextElement> Elements) : Block
{
    /// <summary>Elements in one block.</summary>
    public const int MaxElements = 10;

    /// <inheritdoc/>
    public override string Type => "context";

    /// <summary>The elements, in order.</summary>
    public IReadOnlyList<IContextElement> Elements { get; init; } =
        [.. Elements.Select(element => element is TextObject text ? text.Fit(TextObject.MaxLength) : element)];
}

/// <summary>An actions block: a row of buttons and menus.</summary>
/// <param name="Elements">The elements, in order.</param>
public sealed record ActionsBlock(params IReadOnlyList<IActionsElement> Elements) : Block
{
    /// <summary>Elements in one block.</summary>
    public const int MaxElements = 25;

    /// <inheritdoc/>
    public override string Type => "actions";
}

/// <summary>An image block, by a public https address.</summary>
/// <param name="ImageUrl">Where the image is.</param>
/// <param name="AltText">A description of the image.</param>
public sealed record ImageBlock(string ImageUrl, string AltText) : Block
{
    /// <summary>Characters in the address.</summary>
    public const int MaxUrlLength = 3000;

    /// <summary>Characters in the words for the image, and in its title.</summary>
    public const int MaxAltTextLength = 2000;

    /// <inheritdoc/>
    public override string Type => "image";

    /// <summary>A line above the image.</summary>
    public PlainText? Title { get; init; }
}

/// <summary>A file block: a remote file that the app registered before.</summary>
/// <param name="ExternalId">The id under which it was registered.</param>
public sealed record FileBlock(string ExternalId) : Block
{
    /// <inheritdoc/>
    public override string Type => "file";

    /// <summary>Always "remote": Slack knows no other source.</summary>
    public string Source { get; } = "remote";
}
