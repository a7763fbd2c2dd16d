namespace IncidentBot.Storage.Rows;

/// <summary>
/// A submission or command that was carried out, recorded in the same save: a double click or a retried request finds it
/// and does nothing. Only success is recorded, so that what failed can be tried again.
/// </summary>
internal sealed class HandledRequest
{
    /// <summary>Identifies the request: for a modal, its view id and callback; for a command, its trigger.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The result, for instance the incident's number; empty when there is none.</summary>
    public string Outcome { get; set; } = "";
}
