namespace IncidentBot.Slack.Blocks;

/// <summary>An option object: one choice of a menu or group. Its texts are cut to Slack's limits.</summary>
/// <param name="Text">The label; mrkdwn only in radio buttons and checkboxes.</param>
/// <param name="Value">The value that Slack sends back.</param>
public sealed record Option(TextObject Text, string Value)
{
    /// <summary>Characters in the text.</summary>
    public const int MaxTextLength = 75;

    /// <summary>Characters in the value.</summary>
    public const int MaxValueLength = 150;

    /// <summary>Characters in the description.</summary>
    public const int MaxDescriptionLength = 75;

    /// <summary>Characters in the address.</summary>
    public const int MaxUrlLength = 3000;

    /// <summary>The label; mrkdwn only in radio buttons and checkboxes.</summary>
    public TextObject Text { get; init; } = Text.Fit(MaxTextLength);

    /// <summary>A smaller line under the text.</summary>
    public TextObject? Description { get; init => field = value?.Fit(MaxDescriptionLength); }

    /// <summary>An address to open; only in overflow menus.</summary>
    public string? Url { get; init; }
}

/// <summary>An option group object: choices under a heading.</summary>
/// <param name="Label">The heading.</param>
/// <param name="Options">The choices.</param>
public sealed record OptionGroup(PlainText Label, IReadOnlyList<Option> Options)
{
    /// <summary>Characters in the heading.</summary>
    public const int MaxLabelLength = 75;

    /// <summary>Options in a group or menu, and groups in a menu.</summary>
    public const int MaxOptions = 100;
}

/// <summary>A confirmation dialog object: asks again, on the client, before an action is sent.</summary>
/// <param name="Title">The question.</param>
/// <param name="Text">What confirming will do.</param>
/// <param name="Confirm">The label of the confirming button.</param>
/// <param name="Deny">The button that stops.</param>
public sealed record ConfirmationDialog(PlainText Title, TextObject Text, PlainText Confirm, PlainText Deny)
{
    /// <summary>Characters in the title.</summary>
    public const int MaxTitleLength = 100;

    /// <summary>Characters in the text.</summary>
    public const int MaxTextLength = 300;

    /// <summary>Characters on each button.</summary>
    public const int MaxButtonLength = 30;

    /// <summary>What confirming will do.</summary>
    public TextObject Text { get; init; } = Text.Fit(MaxTextLength);

    /// <summary>The colour of the confirming button.</summary>
    public ButtonStyle? Style { get; init; }
}
