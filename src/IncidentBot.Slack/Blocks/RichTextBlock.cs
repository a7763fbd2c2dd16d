namespace IncidentBot.Slack.Blocks;

/// <summary>A rich text block: its text is literal, so nothing in it needs escaping.</summary>
/// <param name="Elements">Paragraphs, lists, quotes and code, in order.</param>
public sealed record RichTextBlock(params IReadOnlyList<RichTextElement> Elements) : Block
{
    /// <inheritdoc/>
    public override string Type => "rich_text";
}

/// <summary>A part of a rich text block.</summary>
public abstract record RichTextElement
{
    /// <summary>The part's type on the wire.</summary>
    public abstract string Type { get; }
}

/// <summary>A paragraph.</summary>
/// <param name="Elements">Its text, links and mentions.</param>
public sealed record RichTextSection(params IReadOnlyList<RichTextLeaf> Elements) : RichTextElement
{
    /// <inheritdoc/>
    public override string Type => "rich_text_section";
}

/// <summary>A list.</summary>
/// <param name="Style">"bullet" or "ordered".</param>
/// <param name="Elements">Its items.</param>
public sealed record RichTextList(string Style, IReadOnlyList<RichTextSection> Elements) : RichTextElement
{
    /// <inheritdoc/>
    public override string Type => "rich_text_list";

    /// <summary>How deep, 0 to 8.</summary>
    public int? Indent { get; init; }
}

/// <summary>A quotation.</summary>
/// <param name="Elements">Its text, links and mentions.</param>
public sealed record RichTextQuote(params IReadOnlyList<RichTextLeaf> Elements) : RichTextElement
{
    /// <inheritdoc/>
    public override string Type => "rich_text_quote";
}

/// <summary>A block of code.</summary>
/// <param name="Elements">Its text.</param>
public sealed record RichTextPreformatted(params IReadOnlyList<RichTextLeaf> Elements) : RichTextElement
{
    /// <inheritdoc/>
    public override string Type => "rich_text_preformatted";
}
