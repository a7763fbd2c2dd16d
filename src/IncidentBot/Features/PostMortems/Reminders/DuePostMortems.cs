using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.Reminders;

/// <summary>Finds what has to be reminded of: due post-mortems, unpublished write-ups, open corrections.</summary>
internal sealed class DuePostMortems(IncidentDb db, ResponsiblePeople responsible)
{
    private static readonly HashSet<string> NothingYet = [];

    // Longer than any holiday: the one nudge of a recommended post-mortem has been sent by then.
    private static readonly TimeSpan NudgeHolds = TimeSpan.FromDays(30);

    /// <summary>
    /// The newest reminder of each, whether or not it was sent. It is computed from the state, so reminders stop by themselves.
    /// </summary>
    public async Task<IReadOnlyList<(Incident Incident, PostMortem PostMortem, PostMortemReminder Due)>> AllAsync(
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var numbers = Unpublished(now).Concat(Published(now));
        var owed = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            where numbers.Contains(postMortem.IncidentNumber)
            orderby incident.Number
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        await responsible.ReadAsync(owed.Select(each => (each.incident, each.postMortem.Facilitator)), cancellationToken);
        return
        [
            .. from each in owed
               let due = PostMortemReminders.Due(each.postMortem, now, NothingYet)
               where due is not null
               select (each.incident, each.postMortem, due),
        ];
    }

    /// <summary>Those that are owed, and those whose only nudge is recent; optional ones have none.</summary>
    private IQueryable<int> Unpublished(DateTimeOffset now)
    {
        var since = now - NudgeHolds;
        var unpublished = db.PostMortems.Where(each => each.State == PostMortemState.Due || each.State == PostMortemState.Scheduled
            || each.State == PostMortemState.Held || each.State == PostMortemState.Drafted);
        return unpublished.Where(each => each.Need == PostMortemNeed.Required && each.DueAt != null).Select(each => each.IncidentNumber)
            .Concat(unpublished.Where(each => each.Need == PostMortemNeed.Recommended && each.DueAt > since)
                .Select(each => each.IncidentNumber));
    }

    /// <summary>Those that have to be shared, and those with a correction that waits.</summary>
    private IQueryable<int> Published(DateTimeOffset now)
    {
        var (publishedBy, sentBy) = (now - PostMortemReminders.SharingAfter, now - PostMortemClock.CorrectionsWithin);
        return db.PostMortems
            .Where(each => each.WriteUp.UnsharedSince <= publishedBy && each.Need == PostMortemNeed.Required)
            .Select(each => each.IncidentNumber)
            .Concat(db.PostMortems.SelectMany(
                each => each.WriteUp.Corrections.Where(known => known.Answer == CorrectionAnswer.Open && known.At <= sentBy),
                (each, _) => each.IncidentNumber));
    }
}
