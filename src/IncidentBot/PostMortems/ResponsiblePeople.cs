using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Storage.Rows;

namespace IncidentBot.PostMortems;

/// <summary>
/// The people responsible for a post-mortem, even months later: only those with an active account who may see the incident.
/// </summary>
internal sealed class ResponsiblePeople(PeopleDirectory people)
{
    /// <summary>Lead and facilitator, each once; the declarer when there is neither.</summary>
    public Task<IReadOnlyList<Person>> AllAsync(PostMortemView view, CancellationToken cancellationToken) =>
        AllAsync(view.Incident, view.PostMortem.Facilitator, cancellationToken);

    /// <summary>The same for an incident and the facilitator of its post-mortem.</summary>
    public async Task<IReadOnlyList<Person>> AllAsync(
        Incident incident, PersonId? facilitator, CancellationToken cancellationToken)
    {
        var active = await ActiveAsync(incident, [incident.Lead, facilitator], cancellationToken);
        return active.Count > 0 ? active : await ActiveAsync(incident, [incident.DeclaredBy], cancellationToken);
    }

    /// <summary>The lead, otherwise the facilitator, otherwise the declarer; null when none of them is active.</summary>
    public Task<Person?> FirstAsync(PostMortemView view, CancellationToken cancellationToken) =>
        FirstAsync(view.Incident, view.PostMortem.Facilitator, cancellationToken);

    /// <summary>The same for an incident and the facilitator of its post-mortem.</summary>
    public async Task<Person?> FirstAsync(Incident incident, PersonId? facilitator, CancellationToken cancellationToken) =>
        (await AllAsync(incident, facilitator, cancellationToken)) is [var first, ..] ? first : null;

    /// <summary>Reads the people of many incidents at once, so that asking for each of them needs no query of its own.</summary>
    public Task ReadAsync(IEnumerable<(Incident Incident, PersonId? Facilitator)> all, CancellationToken cancellationToken) =>
        people.FindAllAsync(
            all.SelectMany(each => new[] { each.Incident.Lead, each.Facilitator, each.Incident.DeclaredBy }).OfType<PersonId>(),
            cancellationToken);

    private async Task<IReadOnlyList<Person>> ActiveAsync(
        Incident incident, IEnumerable<PersonId?> candidates, CancellationToken cancellationToken)
    {
        var ids = candidates.OfType<PersonId>().Distinct().Where(id => IncidentVisibility.Sees(id, incident)).ToList();
        var known = await people.FindAllAsync(ids, cancellationToken);
        return [.. ids.Select(id => known[id]).Where(person => !person.IsDeactivated)];
    }
}
