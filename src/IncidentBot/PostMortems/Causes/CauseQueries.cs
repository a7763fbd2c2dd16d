using IncidentBot.Domain.Causes;
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

    /// <summary>Every class, to read.</summary>
    public static async Task<CauseClasses> AllCauseClassesAsync(this IncidentDb db, CancellationToken cancellationToken) =>
        new(await db.CauseClasses.AsNoTracking().ToListAsync(cancellationToken));
}
