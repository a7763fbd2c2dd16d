namespace IncidentBot.Slack.Blocks;

/// <summary>An input block: a labelled field of a view.</summary>
public sealed record InputBlock : Block
{
    /// <summary>Characters in the label.</summary>
    public const int MaxLabelLength = 2000;

    /// <summary>Characters in the hint.</summary>
    public const int MaxHintLength = 2000;

    /// <summary>Asks for a value.</summary>
    /// <param name="blockId">Names the field; its value and its error message are found by it.</param>
    /// <param name="label">The label.</param>
    /// <param name="element">The control that takes the answer.</param>
    public InputBlock(string blockId, PlainText label, IInputElement element) => (BlockId, Label, Element) = (blockId, label, element);

    /// <inheritdoc/>
    public override string Type => "input";

    /// <summary>The label.</summary>
    public PlainText Label { get; }

    /// <summary>The control that takes the answer.</summary>
    public IInputElement Element { get; }

    /// <summary>Help under the control.</summary>
    public PlainText? Hint { get; init; }

    /// <summary>May be left empty.</summary>
    public bool Optional { get; init; }

    /// <summary>Sends a block_actions payload whenever the value changes; not for file inputs.</summary>
    public bool DispatchAction { get; init; }
}
