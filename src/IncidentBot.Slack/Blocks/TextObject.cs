using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>A text object: <see cref="PlainText"/>, shown as it is, or <see cref="Mrkdwn"/>, Slack's markup.</summary>
public abstract record TextObject : IContextElement
{
    /// <summary>Characters in a text object where no smaller limit holds.</summary>
    public const int MaxLength = 3000;

    private protected TextObject(string content) => Content = content;

    /// <inheritdoc/>
    public abstract string Type { get; }

    /// <summary>The text in wire format.</summary>
    [JsonPropertyName("text")]
    public string Content { get; }

    /// <summary>The text, or as much of it as fits, with "…"; never cut inside a character, an entity, a mention or a link.</summary>
    /// <param name="maxLength">The longest result on the wire, after escaping.</param>
    /// <returns>A text of the same kind.</returns>
    public abstract TextObject Fit(int maxLength);

    /// <summary>A bare string is plain text: shown literally, so it needs no escaping.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TextObject(string text) => new PlainText(text);

    /// <summary>The text in wire format.</summary>
    /// <returns>The content.</returns>
    public sealed override string ToString() => Content;
}

/// <summary>A plain_text object: literal but for emoji names.</summary>
public sealed record PlainText : TextObject
{
    /// <summary>Shows a text literally.</summary>
    /// <param name="text">The text, unescaped.</param>
    public PlainText(string text)
        : base(text)
    {
    }

    /// <inheritdoc/>
    public override string Type => "plain_text";

    /// <summary>False shows ":name:" literally; Slack's default is true.</summary>
    public bool? Emoji { get; init; }

    /// <inheritdoc/>
    public override PlainText Fit(int maxLength) =>
        Content.Length <= maxLength ? this : new PlainText(SlackText.Truncate(Content, maxLength)) { Emoji = Emoji };

    /// <summary>A bare string is plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator PlainText(string text) => new(text);
}
