using IncidentBot.Domain;

namespace IncidentBot.Storage.Rows;

/// <summary>Somebody said that they have read a published write-up. Who is kept so that nobody counts twice, and shown to nobody.</summary>
internal sealed class WriteUpReader
{
    public required int IncidentNumber { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
