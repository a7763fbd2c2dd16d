namespace IncidentBot.Slack.Blocks;

/// <summary>The colour of a button.</summary>
public enum ButtonStyle
{
    /// <summary>Green: the one thing to do.</summary>
    Primary,

    /// <summary>Red: can't be undone.</summary>
    Danger,
}

/// <summary>A button element.</summary>
/// <param name="ActionId">Names the action for its route.</param>
/// <param name="Text">The label.</param>
public sealed record Button(string ActionId, PlainText Text) : IActionsElement, ISectionAccessory
{
    /// <summary>Characters on the button; about 30 are shown.</summary>
    public const int MaxTextLength = 75;

    /// <summary>Characters in the value.</summary>
    public const int MaxValueLength = 2000;

    /// <summary>Characters in the address.</summary>
    public const int MaxUrlLength = 3000;

    /// <inheritdoc/>
    public string Type => "button";

    /// <summary>The data of the action: an id, never a decision.</summary>
    public string? Value { get; init; }

    /// <summary>An address that the browser opens; a payload is sent as well.</summary>
    public string? Url { get; init; }

    /// <summary>The colour.</summary>
    public ButtonStyle? Style { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>What a screen reader says instead of the text.</summary>
    public string? AccessibilityLabel { get; init; }
}

/// <summary>An overflow menu element: three dots and a few choices.</summary>
/// <param name="ActionId">Names the action for its route.</param>
/// <param name="Options">The choices.</param>
public sealed record Overflow(string ActionId, IReadOnlyList<Option> Options) : IActionsElement, ISectionAccessory
{
    /// <summary>Options in the menu.</summary>
    public const int MaxOptions = 5;

    /// <inheritdoc/>
    public string Type => "overflow";

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>An image element, by a public https address.</summary>
/// <param name="ImageUrl">Where the image is.</param>
/// <param name="AltText">A description of the image.</param>
public sealed record ImageElement(string ImageUrl, string AltText) : ISectionAccessory, IContextElement
{
    /// <inheritdoc/>
    public string Type => "image";
}
