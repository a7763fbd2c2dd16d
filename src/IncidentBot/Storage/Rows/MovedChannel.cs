namespace IncidentBot.Storage.Rows;

/// <summary>A channel that got a new id; one node hears of it, and all nodes use the new one.</summary>
internal sealed class MovedChannel
{
    public required string OldId { get; init; }

    public required string NewId { get; init; }
}
