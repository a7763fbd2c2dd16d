using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Causes;

/// <summary>A class in the list: how many incidents have it, private ones too, and the last one that the reader may see.</summary>
internal sealed record CauseSummary(CauseClass Class, int Incidents, int? LastSeenIn, DateTimeOffset? LastSeenAt);

/// <summary>A gap with its class, in an incident that the reader may see.</summary>
internal sealed record CauseUse(int Number, Guid Chain, string Title, string Gap, DateTimeOffset StartedAt)
{
    /// <summary>Its action items, without dropped ones.</summary>
    public int Actions { get; init; }

    public int ActionsDone { get; init; }
}

/// <summary>One class with all that its page shows.</summary>
/// <param name="Class">The class, or the one that it was merged into.</param>
/// <param name="All">All classes.</param>
/// <param name="Uses">The gaps that the reader may see, newest first.</param>
/// <param name="Hidden">How many other incidents have the class.</param>
internal sealed record CausePage(CauseClass Class, CauseClasses All, IReadOnlyList<CauseUse> Uses, int Hidden);

/// <summary>Reads where classes were used, for one reader.</summary>
internal sealed class CauseUses(IncidentDb db)
{
    /// <summary>All classes that can be chosen, the most frequent first.</summary>
    public async Task<IReadOnlyList<CauseSummary>> ListAsync(PersonId reader, CancellationToken cancellationToken)
    {
        var classes = await db.AllCauseClassesAsync(cancellationToken);
        var pairs = await db.GapCauses.AsNoTracking().Select(cause => new { cause.Class, cause.IncidentNumber }).Distinct()
            .ToListAsync(cancellationToken);
        var seen = await (
            from cause in db.GapCauses.AsNoTracking()
            join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader))
                on cause.IncidentNumber equals incident.Number
            group incident.Number by cause.Class into incidents
            select new { Class = incidents.Key, Last = incidents.Max() }).ToListAsync(cancellationToken);
        var last = seen.ToLookup(each => classes.RootOf(each.Class)?.Id, each => each.Last);
        var counts = pairs.ToLookup(each => classes.RootOf(each.Class)?.Id, each => each.IncidentNumber);
        var numbers = last.Select(each => each.Max()).ToList();
        var dates = await db.Incidents.AsNoTracking().Where(incident => numbers.Contains(incident.Number))
            .ToDictionaryAsync(incident => incident.Number, incident => incident.StartedAt, cancellationToken);
        return
        [
            .. classes.Active
                .Select(cause =>
                {
                    int? newest = last[cause.Id].Any() ? last[cause.Id].Max() : null;
                    return new CauseSummary(
                        cause, counts[cause.Id].Distinct().Count(), newest, newest is { } number ? dates[number] : null);
                })
                .OrderByDescending(each => each.Incidents),
        ];
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
            join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader))
                on each.IncidentNumber equals incident.Number
            where parts.Contains(each.Class)
            orderby incident.Number descending, each.Chain
            select new CauseUse(incident.Number, each.Chain, incident.Title, each.Gap, incident.StartedAt)).ToListAsync(cancellationToken);
        var all = await db.GapCauses.AsNoTracking().Where(each => parts.Contains(each.Class))
            .Select(each => each.IncidentNumber).Distinct().CountAsync(cancellationToken);
        var hidden = all - uses.Select(use => use.Number).Distinct().Count();
        return new CausePage(cause, classes, await WithActionsAsync(uses, cancellationToken), hidden);
    }

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
