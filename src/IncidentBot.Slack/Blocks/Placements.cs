namespace IncidentBot.Slack.Blocks;

/// <summary>Something that stands inside a block ("Block elements" in Slack's reference).</summary>
public interface IBlockElement
{
    /// <summary>The element's type on the wire.</summary>
    string Type { get; }
}

/// <summary>An element that people act on.</summary>
public interface IInteractiveElement : IBlockElement
{
    /// <summary>Characters in an action_id.</summary>
    const int MaxActionIdLength = 255;

    /// <summary>Names the action for its route; carries no data.</summary>
    string ActionId { get; }
}

/// <summary>May stand in a <see cref="ContextBlock"/>.</summary>
public interface IContextElement : IBlockElement;

/// <summary>May stand in an <see cref="ActionsBlock"/>.</summary>
public interface IActionsElement : IInteractiveElement;

/// <summary>May stand beside the text of a <see cref="SectionBlock"/>.</summary>
public interface ISectionAccessory : IBlockElement;

/// <summary>May be the control of an <see cref="InputBlock"/>.</summary>
public interface IInputElement : IInteractiveElement;
