namespace IncidentBot.Storage.Rows;

/// <summary>A channel that has got another id: one node hears of it, and all go on with the new one.</summary>
internal sealed class MovedChannel
{
    public required string OldId { get; init; }

    public required string NewId { get; init; }
}
