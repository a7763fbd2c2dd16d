using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Causes;

/// <summary>Reads cause classes and which gaps have them.</summary>
internal static class CauseQueries
{
    /// <summary>The class of each gap of an incident, by the chain that ends in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CauseClass>> CausesOfAsync(
        this IncidentDb db, int number, CancellationToken cancellationToken)
    {
        var chosen = await db.GapCauses.AsNoTracking().Where(cause => cause.IncidentNumber == number)
            .Select(cause => new { cause.Chain, cause.Class }).ToListAsync(cancellationToken);
        var causes = new Dictionary<Guid, CauseClass>();
        if (chosen.Count == 0)
        {
            return causes;
        }

        var classes = await db.AllCauseClassesAsync(cancellationToken);
        foreach (var each in chosen)
        {
            if (classes.RootOf(each.Class) is { } root)
            {
                causes[each.Chain] = root;
            }
        }

        return causes;
    }

    /// <summary>
    /// How many incidents each class has, by its id: those that count in metrics, private ones too. An incident with several gaps of one
    /// class counts once.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> IncidentsByCauseAsync(
        this IncidentDb db, CauseClasses classes, CancellationToken cancellationToken)
    {
        var all = await db.GapCauses.AsNoTracking().GroupBy(cause => cause.Class)
            .Select(of => new { Class = of.Key, Incidents = of.Select(cause => cause.IncidentNumber).Distinct().Count() })
            .ToDictionaryAsync(each => each.Class, each => each.Incidents, cancellationToken);
        var leftOut = await db.LeftOutCauses().GroupBy(cause => cause.Class)
            .Select(of => new { Class = of.Key, Incidents = of.Select(cause => cause.IncidentNumber).Distinct().Count() })
            .ToDictionaryAsync(each => each.Class, each => each.Incidents, cancellationToken);
        var counts = new Dictionary<Guid, int>();
        foreach (var cause in classes.Active)
        {
            counts[cause.Id] = classes.Parts(cause.Id) is { Count: > 1 } parts
                ? await db.CountIncidentsAsync(parts, cancellationToken)
                : all.GetValueOrDefault(cause.Id) - leftOut.GetValueOrDefault(cause.Id);
        }

        return counts;
    }

    /// <summary>How many incidents have one of these classes.</summary>
    public static async Task<int> CountIncidentsAsync(
        this IncidentDb db, IReadOnlyList<Guid> parts, CancellationToken cancellationToken)
    {
        var all = await db.GapCauses.Where(cause => parts.Contains(cause.Class))
            .Select(cause => cause.IncidentNumber).Distinct().CountAsync(cancellationToken);
        return all - await db.LeftOutCauses().Where(cause => parts.Contains(cause.Class))
            .Select(cause => cause.IncidentNumber).Distinct().CountAsync(cancellationToken);
    }

    /// <summary>The gaps of drills, cancelled incidents and duplicates.</summary>
    public static IQueryable<GapCause> LeftOutCauses(this IncidentDb db)
    {
        var leftOut = db.Incidents.Where(IncidentMetrics.LeftOut).Select(incident => incident.Number);
        return db.GapCauses.AsNoTracking().Where(cause => leftOut.Contains(cause.IncidentNumber));
    }

    /// <summary>Every class, to read.</summary>
    public static async Task<CauseClasses> AllCauseClassesAsync(this IncidentDb db, CancellationToken cancellationToken) =>
        new(await db.CauseClasses.AsNoTracking().ToListAsync(cancellationToken));
}
