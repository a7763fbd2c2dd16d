namespace IncidentBot.Storage.Rows;

/// <summary>The workspace that this installation serves, as Slack named it last; one row.</summary>
internal sealed class OwnWorkspace
{
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    public required string TeamId { get; set; }
}
