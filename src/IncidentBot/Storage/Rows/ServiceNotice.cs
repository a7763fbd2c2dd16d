namespace IncidentBot.Storage.Rows;

/// <summary>A channel or a person who was shown an incident because they subscribed to its service; each is shown it once.</summary>
internal sealed class ServiceNotice
{
    public required int IncidentNumber { get; init; }

    /// <summary>Slack's id of the channel or the person.</summary>
    public required string Target { get; init; }
}
