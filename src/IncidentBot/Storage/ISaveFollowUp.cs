using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IncidentBot.Storage;

/// <summary>
/// What Slack is to show because of the changes of a save. A seam: cards stand above the database, and know what they show.
/// </summary>
internal interface ISaveFollowUp
{
    /// <summary>Rows to save in the same transaction as the changes.</summary>
    /// <param name="db">Whoever saves.</param>
    /// <param name="tracked">Everything that is tracked, changed or not.</param>
    /// <param name="cancellationToken">Ends the save.</param>
    Task<IReadOnlyList<OutboxRow>> FindAsync(IncidentDb db, IReadOnlyList<EntityEntry> tracked, CancellationToken cancellationToken);
}
