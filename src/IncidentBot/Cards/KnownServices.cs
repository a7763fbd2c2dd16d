using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>A service that incidents name.</summary>
/// <param name="Name">Its most used spelling.</param>
/// <param name="Incidents">How many incidents name it, in any spelling.</param>
internal sealed record KnownService(string Name, int Incidents);

/// <summary>The services that incidents name; there is no other list of them.</summary>
internal static class KnownServices
{
    /// <summary>So many of the newest incidents decide which names are offered first.</summary>
    private const int MostRecent = 300;

    /// <summary>
    /// The names that a person may see and that contain what is typed, for a field: those of the newest incidents first. It reads as much
    /// as there are names, however many incidents have them.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ServiceNamesSeenByAsync(
        this IncidentDb db, PersonId person, string typed, CancellationToken cancellationToken)
    {
        var seen = db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(person));
        var names = await db.Database.SqlQueryRaw<string>(AllSpellings)
            .Where(name => seen.Any(incident => incident.Service == name) || db.NearMisses.Any(nearMiss => nearMiss.Service == name))
            .ToListAsync(cancellationToken);
        var recent = (await seen.OrderByDescending(incident => incident.Number).Take(MostRecent)
                .Select(incident => incident.Service).ToListAsync(cancellationToken))
            .OfType<string>().GroupBy(name => name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var key = ServiceName.Key(typed);
        return
        [
            .. names.Where(name => ServiceName.Key(name).Contains(key, StringComparison.Ordinal))
                .GroupBy(ServiceName.Key)
                .Select(same => (
                    Name: same.OrderByDescending(name => recent.GetValueOrDefault(name))
                        .ThenBy(name => name, StringComparer.Ordinal).First(),
                    Count: same.Sum(name => recent.GetValueOrDefault(name))))
                .OrderByDescending(service => service.Count).ThenBy(service => service.Name, StringComparer.OrdinalIgnoreCase)
                .Select(service => service.Name),
        ];
    }

    /// <summary>Those of the incidents that a person may see, the most used first.</summary>
    public static async Task<IReadOnlyList<KnownService>> ServicesSeenByAsync(
        this IncidentDb db, PersonId person, CancellationToken cancellationToken)
    {
        var spellings = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(person))
            .Where(incident => incident.Service != null)
            .GroupBy(incident => incident.Service!)
            .Select(group => new KnownService(group.Key, group.Count()))
            .ToListAsync(cancellationToken);
        return
        [
            .. spellings.GroupBy(spelling => ServiceName.Key(spelling.Name))
                .Select(same => new KnownService(
                    same.MaxBy(spelling => spelling.Incidents)!.Name, same.Sum(spelling => spelling.Incidents)))
                .OrderByDescending(service => service.Incidents).ThenBy(service => service.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>
    /// Steps through the index from one name to the next: it takes as long as there are names, however many incidents have them.
    /// </summary>
    private const string AllSpellings = """
        WITH RECURSIVE names(name) AS (
            SELECT min(service) FROM incidents
            UNION ALL
            SELECT (SELECT min(service) FROM incidents WHERE service > names.name) FROM names WHERE names.name IS NOT NULL),
        others(name) AS (
            SELECT min(service) FROM near_misses
            UNION ALL
            SELECT (SELECT min(service) FROM near_misses WHERE service > others.name) FROM others WHERE others.name IS NOT NULL)
        SELECT name AS "Value" FROM names WHERE name IS NOT NULL
        UNION SELECT name FROM others WHERE name IS NOT NULL
        """;

    /// <summary>Every spelling of a service that an incident or a near miss has; empty for no service.</summary>
    public static async Task<IReadOnlyList<string>> SpellingsOfServiceAsync(
        this IncidentDb db, string? service, CancellationToken cancellationToken)
    {
        if (service is null)
        {
            return [];
        }

        var names = await db.Database.SqlQueryRaw<string>(AllSpellings).ToListAsync(cancellationToken);
        return names.FindAll(name => ServiceName.Key(name) == ServiceName.Key(service));
    }
}
