namespace IncidentBot.Slack.Blocks;

/// <summary>A plain text input.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record PlainTextInput(string ActionId) : IInputElement
{
    /// <summary>Most characters that Slack takes.</summary>
    public const int MaxTextLength = 3000;

    /// <inheritdoc/>
    public string Type => "plain_text_input";

    /// <summary>Takes several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>Fewest characters, 0 to 3000.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters, 1 to 3000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The initial text.</summary>
    public string? InitialValue { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }

    /// <summary>When an input block with dispatch_action sends its payload.</summary>
    public DispatchActionConfig? DispatchActionConfig { get; init; }
}

/// <summary>A URL input; the client checks the form.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record UrlTextInput(string ActionId) : IInputElement
{
    /// <inheritdoc/>
    public string Type => "url_text_input";

    /// <summary>The initial text.</summary>
    public string? InitialValue { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }

    /// <summary>When an input block with dispatch_action sends its payload.</summary>
    public DispatchActionConfig? DispatchActionConfig { get; init; }
}

/// <summary>A dispatch action configuration object.</summary>
/// <param name="TriggerActionsOn">"on_enter_pressed", "on_character_entered" or both.</param>
public sealed record DispatchActionConfig(params IReadOnlyList<string> TriggerActionsOn);
