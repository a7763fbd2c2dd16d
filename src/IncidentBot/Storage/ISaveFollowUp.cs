using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IncidentBot.Storage;

/// <summary>
/// What else is saved because of the changes of a save, such as what Slack is to show. A seam: cards and the search stand above the
/// database, and know what they are made of.
/// </summary>
internal interface ISaveFollowUp
{
    /// <summary>Calls to Slack to save in the same transaction as the changes; further rows are added to the database directly.</summary>
    /// <param name="db">Whoever saves.</param>
    /// <param name="tracked">Everything that is tracked, changed or not.</param>
    /// <param name="cancellationToken">Ends the save.</param>
    Task<IReadOnlyList<OutboxRow>> FindAsync(IncidentDb db, IReadOnlyList<EntityEntry> tracked, CancellationToken cancellationToken);
}
