using System.Text.Json;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Page.Blocks;
using IncidentBot.Sandbox.Page.Chat;
using Microsoft.AspNetCore.Components;

namespace IncidentBot.Sandbox.Page.Elements;

/// <summary>The base of every element's component: the element, its block, and the actions on them.</summary>
public abstract class BlockElementBase : PageComponent
{
    [Parameter, EditorRequired]
    public JsonElement Block { get; set; }

    [Parameter]
    public JsonElement Element { get; set; }

    [CascadingParameter]
    private protected SurfaceActions Actions { get; set; } = default!;

    private protected BlockElement Field => new(Block, Element);

    /// <summary>Ties the label of an input block to its field.</summary>
    protected string Id => $"field-{Field.BlockId}-{Field.ActionId}";

    protected string Placeholder => Element.At("placeholder")?.Text("text") ?? "";

    /// <summary>The accessible name of a field outside an input block, which has no label.</summary>
    protected string? Name =>
        Field.IsInput ? null : Placeholder.Length > 0 ? Placeholder : Block.At("text")?.Text("text") ?? Field.ActionId;

    private protected override bool TakesFocus => Focused.Context is not null && Element.Flag("focus_on_load");

    private protected string? Text => Actions.Value(Field) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
