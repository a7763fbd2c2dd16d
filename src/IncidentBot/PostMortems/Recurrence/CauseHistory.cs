using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Recurrence;

/// <summary>An incident of a cause class. The title of a private one is shown to no one.</summary>
internal sealed record CauseIncident(int Number, string Title, DateTimeOffset StartedAt, bool IsPrivate);

/// <summary>Reads the incidents of a cause class that count in metrics, private ones too, and what was done after them.</summary>
internal sealed class CauseHistory(IncidentDb db)
{
    /// <summary>The incidents of a class since an instant, oldest first.</summary>
    /// <param name="parts">The class and those that were merged into it.</param>
    /// <param name="since">UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<CauseIncident>> OfAsync(
        IReadOnlyList<Guid> parts, DateTimeOffset since, CancellationToken cancellationToken) =>
        await db.Incidents.AsNoTracking().Where(IncidentMetrics.Counted).Where(IncidentMetrics.OneOfEvent)
            .Where(incident => incident.StartedAt >= since
                && db.GapCauses.Any(cause => cause.IncidentNumber == incident.Number && parts.Contains(cause.Class)))
            .OrderBy(incident => incident.StartedAt).ThenBy(incident => incident.Number)
            .Select(incident => new CauseIncident(incident.Number, incident.Title, incident.StartedAt, incident.IsPrivate))
            .ToListAsync(cancellationToken);

    /// <summary>What became of the actions of earlier incidents.</summary>
    /// <param name="earlier">The earlier incidents.</param>
    /// <param name="cameBackAt">When the newest incident of the class started.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PastActions> ActionsAsync(
        IEnumerable<CauseIncident> earlier, DateTimeOffset cameBackAt, CancellationToken cancellationToken)
    {
        var numbers = earlier.Select(incident => incident.Number).ToList();
        var actions = await db.ActionItems.AsNoTracking().Where(item => numbers.Contains(item.IncidentNumber))
            .Select(item => new PastAction(item.State, item.Verdict, item.ClosedAt)).ToListAsync(cancellationToken);
        return PastActions.Of(actions, cameBackAt);
    }
}
