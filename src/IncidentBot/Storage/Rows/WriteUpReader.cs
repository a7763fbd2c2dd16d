using IncidentBot.Domain;

namespace IncidentBot.Storage.Rows;

/// <summary>Someone marked a published write-up as read. Who it was is stored so that no one counts twice, and shown to no one.</summary>
internal sealed class WriteUpReader
{
    public required int IncidentNumber { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
