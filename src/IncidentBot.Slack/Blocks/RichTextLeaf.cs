using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>A run of text, a link or a mention inside rich text.</summary>
public abstract record RichTextLeaf
{
    /// <summary>The run's type on the wire.</summary>
    public abstract string Type { get; }
}

/// <summary>Literal text.</summary>
/// <param name="Text">The text.</param>
public sealed record RichText(string Text) : RichTextLeaf
{
    /// <inheritdoc/>
    public override string Type => "text";

    /// <summary>Bold, italic, struck through or code.</summary>
    public RichTextStyle? Style { get; init; }
}

/// <summary>How a run of text looks.</summary>
public sealed record RichTextStyle
{
    /// <summary>Bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Italic.</summary>
    public bool Italic { get; init; }

    /// <summary>Struck through.</summary>
    public bool Strike { get; init; }

    /// <summary>Code.</summary>
    public bool Code { get; init; }
}

/// <summary>A link.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Text">What is shown; the address when missing.</param>
public sealed record RichTextLink(string Url, string? Text = null) : RichTextLeaf
{
    /// <inheritdoc/>
    public override string Type => "link";
}

/// <summary>A mention of a person.</summary>
/// <param name="UserId">The user id.</param>
public sealed record RichTextUser(string UserId) : RichTextLeaf
{
    /// <inheritdoc/>
    public override string Type => "user";
}

/// <summary>A mention of a channel.</summary>
/// <param name="ChannelId">The channel id.</param>
public sealed record RichTextChannel(string ChannelId) : RichTextLeaf
{
    /// <inheritdoc/>
    public override string Type => "channel";
}

/// <summary>An instant, shown in each reader's zone.</summary>
/// <param name="Timestamp">The instant.</param>
/// <param name="Format">Slack's date tokens, as "{date_short} {time}".</param>
/// <param name="Fallback">Shown where Slack cannot convert.</param>
public sealed record RichTextDate(
    [property: JsonConverter(typeof(UnixSecondsConverter))] DateTimeOffset Timestamp, string Format, string Fallback) : RichTextLeaf
{
    /// <inheritdoc/>
    public override string Type => "date";
}
