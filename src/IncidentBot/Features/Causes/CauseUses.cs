using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Causes;

/// <summary>A class in the list: how many incidents have it, private ones too, and the last one that the reader may see.</summary>
internal sealed record CauseSummary(CauseClass Class, int Incidents, int? LastSeenIn, DateTimeOffset? LastSeenAt)
{
    /// <summary>How many near misses have it; they aren't among the incidents.</summary>
    public int NearMisses { get; init; }
}

/// <summary>A gap with its class, in an incident that the reader may see.</summary>
internal sealed record CauseUse(int Number, Guid Chain, string Title, string Gap, DateTimeOffset StartedAt)
{
    /// <summary>Its action items, without dropped ones.</summary>
    public int Actions { get; init; }

    public int ActionsDone { get; init; }
}

/// <summary>One class with what its page shows.</summary>
/// <param name="Class">The class, or the one that it was merged into.</param>
/// <param name="All">All classes.</param>
/// <param name="Uses">The newest gaps that the reader may see, newest first.</param>
/// <param name="Incidents">How many incidents have the class, private ones too.</param>
/// <param name="Hidden">How many of them the reader may not see.</param>
internal sealed record CausePage(CauseClass Class, CauseClasses All, IReadOnlyList<CauseUse> Uses, int Incidents, int Hidden);

/// <summary>
/// Reads where classes were used, for one reader. Only incidents that count in metrics are listed. The database counts, and only the
/// newest uses are read, so that a long log costs no more than a short one.
/// </summary>
internal sealed class CauseUses(IncidentDb db)
{
    /// <summary>All classes that can be chosen, the most frequent first.</summary>
    public async Task<IReadOnlyList<CauseSummary>> ListAsync(PersonId reader, CancellationToken cancellationToken)
    {
        var classes = await db.AllCauseClassesAsync(cancellationToken);
        var counts = await db.IncidentsByCauseAsync(classes, cancellationToken);
        var visible = Counted(reader);
        var newest = (await db.CauseClasses.AsNoTracking()
                .Select(cause => new
                {
                    cause.Id,
                    Last = db.GapCauses
                        .Where(use => use.Class == cause.Id && visible.Any(incident => incident.Number == use.IncidentNumber))
                        .OrderByDescending(use => use.IncidentNumber).Select(use => (int?)use.IncidentNumber).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken))
            .ToLookup(each => classes.RootOf(each.Id)?.Id, each => each.Last);
        var nearMisses = (await db.NearMisses.AsNoTracking().Where(each => each.Cause != null)
                .GroupBy(each => each.Cause!.Value).Select(of => new { Class = of.Key, Count = of.Count() })
                .ToListAsync(cancellationToken))
            .ToLookup(each => classes.RootOf(each.Class)?.Id, each => each.Count);
        var summaries = classes.Active
            .Select(cause => new CauseSummary(cause, counts[cause.Id], newest[cause.Id].Max(), null)
            {
                NearMisses = nearMisses[cause.Id].Sum(),
            })
            .OrderByDescending(each => each.Incidents).ToList();
        var dates = await DatesAsync([.. summaries.Select(each => each.LastSeenIn).OfType<int>()], cancellationToken);
        return summaries.ConvertAll(each => each.LastSeenIn is { } number ? each with { LastSeenAt = dates[number] } : each);
    }

    /// <summary>One class; null if it doesn't exist.</summary>
    public async Task<CausePage?> FindAsync(Guid id, PersonId reader, CancellationToken cancellationToken)
    {
        var classes = await db.AllCauseClassesAsync(cancellationToken);
        if (classes.RootOf(id) is not { } cause)
        {
            return null;
        }

        var parts = classes.Parts(cause.Id);
        var uses = await (
            from each in db.GapCauses.AsNoTracking()
            join incident in Counted(reader) on each.IncidentNumber equals incident.Number
            where parts.Contains(each.Class)
            orderby each.IncidentNumber descending, each.Chain
            select new CauseUse(incident.Number, each.Chain, incident.Title, each.Gap, incident.StartedAt))
            .Take(CauseClassModal.MostToSplit).ToListAsync(cancellationToken);
        return new CausePage(
            cause,
            classes,
            await WithActionsAsync(uses, cancellationToken),
            await db.CountIncidentsAsync(parts, cancellationToken),
            await HiddenAsync(parts, reader, cancellationToken));
    }

    /// <summary>The incidents that count and that the reader may see.</summary>
    private IQueryable<Incident> Counted(PersonId reader) =>
        db.Incidents.AsNoTracking().Where(IncidentMetrics.Counted).Where(IncidentVisibility.SeenBy(reader));

    /// <summary>Only private incidents can be hidden, and they are few.</summary>
    private async Task<int> HiddenAsync(IReadOnlyList<Guid> parts, PersonId reader, CancellationToken cancellationToken)
    {
        var hidden = db.Incidents.AsNoTracking().Where(incident => incident.IsPrivate).Where(IncidentMetrics.Counted);
        var seen = hidden.Where(IncidentVisibility.SeenBy(reader)).Select(incident => incident.Number);
        return await (
            from incident in hidden
            join cause in db.GapCauses.AsNoTracking() on incident.Number equals cause.IncidentNumber
            where parts.Contains(cause.Class) && !seen.Contains(incident.Number)
            select incident.Number).Distinct().CountAsync(cancellationToken);
    }

    private Task<Dictionary<int, DateTimeOffset>> DatesAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken) =>
        db.Incidents.AsNoTracking().Where(incident => numbers.Contains(incident.Number))
            .Select(incident => new { incident.Number, incident.StartedAt })
            .ToDictionaryAsync(incident => incident.Number, incident => incident.StartedAt, cancellationToken);

    private async Task<IReadOnlyList<CauseUse>> WithActionsAsync(List<CauseUse> uses, CancellationToken cancellationToken)
    {
        var shown = uses.Take(CauseClassModal.MostShown).Select(use => use.Number).ToList();
        var items = (await db.ActionItems.AsNoTracking()
                .Where(item => shown.Contains(item.IncidentNumber) && item.State != ActionState.Dropped)
                .Select(item => new { item.IncidentNumber, item.State }).ToListAsync(cancellationToken))
            .ToLookup(item => item.IncidentNumber, item => item.State);
        return uses.ConvertAll(use => use with
        {
            Actions = items[use.Number].Count(),
            ActionsDone = items[use.Number].Count(state => state == ActionState.Done),
        });
    }
}
