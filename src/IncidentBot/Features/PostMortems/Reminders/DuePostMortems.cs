using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.Reminders;

/// <summary>Finds what has to be reminded of: due post-mortems, unpublished write-ups, open corrections.</summary>
internal sealed class DuePostMortems(IncidentDb db)
{
    private static readonly HashSet<string> NothingYet = [];

    /// <summary>
    /// The newest reminder of each, whether or not it was sent. It is computed from the state, so reminders stop by themselves.
    /// </summary>
    public async Task<IReadOnlyList<(Incident Incident, PostMortem PostMortem, PostMortemReminder Due)>> AllAsync(
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owed = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            where postMortem.State == PostMortemState.Published
                || (postMortem.DueAt != null && postMortem.Need != PostMortemNeed.Optional)
            orderby incident.Number
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        return
        [
            .. from each in owed
               let due = PostMortemReminders.Due(each.postMortem, now, NothingYet)
               where due is not null
               select (each.incident, each.postMortem, due),
        ];
    }
}
