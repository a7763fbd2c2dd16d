using System.Collections.Immutable;
using System.Text.Json;

namespace IncidentBot.Sandbox.State;

/// <summary>Where blocks are shown and clicked: a message, a modal or a home tab. Always a snapshot.</summary>
internal abstract record Surface
{
    /// <summary>A JSON array, normalised: every block has its block_id.</summary>
    public JsonElement Blocks { get; init; } = Json.EmptyArray;

    /// <summary>What is typed and chosen, in the shape of state.values: {"type": …, "value": …}.</summary>
    public ImmutableDictionary<FieldKey, JsonElement> Values { get; init; } = ImmutableDictionary<FieldKey, JsonElement>.Empty;
}

internal readonly record struct FieldKey(string BlockId, string ActionId);
