using IncidentBot.Domain;

namespace IncidentBot.Storage.Rows;

/// <summary>
/// One section of a DM that reminds someone: a person gets one such DM a day, with everything that is due. The row says that they were
/// told, and which message has to be redrawn when the card of the section changes.
/// </summary>
internal sealed class ReminderLine
{
    /// <summary>The occasion: each reaches a person once.</summary>
    public required string Occurrence { get; init; }

    public required PersonId Reader { get; init; }

    /// <summary>The card that shows this section.</summary>
    public required string Card { get; init; }

    /// <summary>What that card is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The incidents that the section links to.</summary>
    public required IReadOnlyList<int> Incidents { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The DM that carries it; null while it waits for the end of the reader's quiet hours.</summary>
    public string? Message { get; set; }

    /// <summary>The reader's day whose DM it is in; null for a notification on a day that had its DM already.</summary>
    public DateOnly? Day { get; set; }
}
