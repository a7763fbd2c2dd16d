using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;

namespace IncidentBot.Features.PostMortems.Meetings;

/// <summary>Who should be in the meeting: whoever held a role, declared it, diagnosed it, shipped the change, or wrote most (R26).</summary>
internal sealed class Participants(IncidentParts parts, PeopleDirectory people)
{
    private const int HeaviestPosters = 3;

    /// <summary>The people as chosen so far, else as suggested; without bots and those who left.</summary>
    public async Task<IReadOnlyList<Attendee>> OfAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var messages = await parts.MessagesAsync(dossier.Number, cancellationToken);
        var chosen = dossier.PostMortem.Attendees.Count > 0 ? dossier.PostMortem.Attendees : Suggested(dossier, messages);
        var known = await people.FindAllAsync(chosen, cancellationToken);
        return
        [
            .. known.Values.Where(person => !person.IsBot && !person.IsDeactivated)
                .Select(person => new Attendee(person.Id, person.Zone, PartOf(dossier, person.Id))),
        ];
    }

    private static IReadOnlyList<PersonId> Suggested(Dossier dossier, IReadOnlyDictionary<PersonId, int> messages)
    {
        var incident = dossier.Incident;
        PersonId?[] named = [dossier.PostMortem.Facilitator, incident.DeclaredBy, incident.DiagnosedIt, incident.ShippedTheChange];
        var heaviest = messages.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal).Take(HeaviestPosters);
        return
        [
            .. incident.Roles.OrderBy(holder => holder.Role).Select(holder => holder.Person)
                .Concat(named.OfType<PersonId>())
                .Concat(heaviest.Select(pair => pair.Key))
                .Distinct(),
        ];
    }

    private static AttendeePart PartOf(Dossier dossier, PersonId person) =>
        person == dossier.PostMortem.Facilitator ? AttendeePart.Facilitator
        : person == dossier.Incident.Lead ? AttendeePart.Lead
        : AttendeePart.Other;
}
