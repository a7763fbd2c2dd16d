using System.Collections.Immutable;
using System.Text.Json;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>An interactive element and its block.</summary>
internal sealed record BlockElement(JsonElement Block, JsonElement Element)
{
    public string BlockId => Block.Text("block_id") ?? "";

    public string ActionId => Element.Text("action_id") ?? "";

    public string Type => Element.Text("type") ?? "";

    public bool IsInput => Block.Text("type") == "input";

    public bool IsOptional => Block.Flag("optional");

    /// <summary>Outside input blocks everything is sent at once; inside only when the app asked for it.</summary>
    public bool Dispatches => !IsInput || Block.Flag("dispatch_action");

    public FieldKey Key => new(BlockId, ActionId);
}

internal static class BlockTree
{
    public static IEnumerable<BlockElement> Elements(JsonElement blocks) => Elements(blocks.EnumerateArray());

    public static IEnumerable<BlockElement> Elements(IEnumerable<JsonElement> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.At("accessory") is { } accessory)
            {
                yield return new BlockElement(block, accessory);
            }

            if (block.At("element") is { } element)
            {
                yield return new BlockElement(block, element);
            }

            if (block.Text("type") is "actions" or "context_actions")
            {
                foreach (var item in block.Items("elements"))
                {
                    yield return new BlockElement(block, item);
                }
            }
        }
    }

    /// <summary>state.values before anyone enters anything.</summary>
    public static ImmutableDictionary<FieldKey, JsonElement> InitialValues(JsonElement blocks)
    {
        var values = ImmutableDictionary.CreateBuilder<FieldKey, JsonElement>();
        foreach (var field in Elements(blocks))
        {
            if (InputValues.Initial(field) is { } initial)
            {
                values[field.Key] = initial;
            }
        }

        return values.ToImmutable();
    }

    public static IEnumerable<JsonElement> Options(JsonElement element) =>
        element.Items("options").Concat(element.Items("option_groups").SelectMany(g => g.Items("options")));
}
