using System.Text.Json;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Page.Blocks;
using IncidentBot.Sandbox.Page.Chat;
using Microsoft.AspNetCore.Components;

namespace IncidentBot.Sandbox.Page.Elements;

/// <summary>What every element's component gets: itself, the block around it and the hands that act on both.</summary>
public abstract class BlockElementBase : PageComponent
{
    [Parameter, EditorRequired]
    public JsonElement Block { get; set; }

    [Parameter]
    public JsonElement Element { get; set; }

    [CascadingParameter]
    private protected SurfaceHands Hands { get; set; } = default!;

    private protected BlockElement Field => new(Block, Element);

    /// <summary>Ties the label of an input block to its field.</summary>
    protected string Id => $"field-{Field.BlockId}-{Field.ActionId}";

    protected string Placeholder => Element.At("placeholder")?.Text("text") ?? "";

    /// <summary>What a field outside an input block is called, which has no label of its own.</summary>
    protected string? Name => Field.IsInput ? null : Placeholder.Length > 0 ? Placeholder : Block.At("text")?.Text("text") ?? Field.ActionId;

    private protected override bool TakesFocus => Focused.Context is not null && Element.Flag("focus_on_load");

    private protected string? Text => Hands.Value(Field) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
