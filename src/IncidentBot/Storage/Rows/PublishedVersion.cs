using IncidentBot.Domain;

namespace IncidentBot.Storage.Rows;

/// <summary>
/// One published version of a write-up. It never changes: readers see it until the next version, whatever
/// is edited in between, and two versions can be compared.
/// </summary>
internal sealed class PublishedVersion
{
    public required int IncidentNumber { get; init; }

    /// <summary>1 for the first one.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId By { get; init; }

    /// <summary>What was corrected; empty for the first one.</summary>
    public required string Note { get; init; }

    /// <summary>The document.</summary>
    public required string Markdown { get; init; }

    /// <summary>The message, as JSON, without what lives on under it.</summary>
    public required string Message { get; init; }
}
