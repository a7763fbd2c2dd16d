using IncidentBot.Domain.Incidents;

namespace IncidentBot.Features.Digests;

/// <summary>Whether a digest is about every service or about one, in all its spellings.</summary>
/// <param name="Spellings">Null for every service.</param>
internal sealed record ServiceScope(IReadOnlyList<string>? Spellings)
{
    public static ServiceScope All { get; } = new(Spellings: null);

    public IQueryable<Incident> Of(IQueryable<Incident> incidents) => Spellings is { } spellings
        ? incidents.Where(incident => incident.Service != null && spellings.Contains(incident.Service))
        : incidents;
}
