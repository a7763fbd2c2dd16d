using IncidentBot.Domain;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;
using IncidentBot.PostMortems;

namespace IncidentBot.Features.Meetings;

/// <summary>Someone who should be in the meeting, with their zone and the reason.</summary>
internal sealed record Participant(Attendee Attendee, InviteeParts Parts)
{
    public PersonId Person => Attendee.Person;
}

/// <summary>
/// Who should be in the meeting: role holders, declarer, people who diagnosed it or shipped the change, and the most active.
/// </summary>
internal sealed class Participants(IncidentParticipation parts, PeopleDirectory people)
{
    private const int HeaviestPosters = 3;

    /// <summary>The chosen people, otherwise the suggested ones, and always the facilitator; without bots and people who left.</summary>
    public async Task<IReadOnlyList<Participant>> OfAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var chosen = view.PostMortem.Meeting.Attendees.Count > 0
            ? Chosen(view.PostMortem)
            : Suggested(view, await parts.MessagesAsync(view.Number, cancellationToken));
        if (view.PostMortem.Facilitator is { } facilitator)
        {
            chosen.TryAdd(facilitator, InviteeParts.None);
        }

        var known = await people.FindAllAsync(chosen.Keys, cancellationToken);
        return
        [
            .. known.Values.Where(person => !person.IsBot && !person.IsDeactivated)
                .Select(person => new Participant(new Attendee(person.Id, person.Zone, PartOf(view, person.Id)), chosen[person.Id])),
        ];
    }

    /// <summary>In invitations from before parts were recorded, everyone counts as a responder.</summary>
    public static Dictionary<PersonId, InviteeParts> Chosen(PostMortem postMortem)
    {
        var invited = postMortem.Meeting.Invitees.ToDictionary(invitee => invitee.Person, invitee => invitee.Parts);
        return postMortem.Meeting.Attendees.ToDictionary(
            person => person, person => invited.GetValueOrDefault(person, InviteeParts.Responder));
    }

    private static Dictionary<PersonId, InviteeParts> Suggested(PostMortemView view, IReadOnlyDictionary<PersonId, int> messages)
    {
        var incident = view.Incident;
        var heaviest = messages.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Take(HeaviestPosters);
        var suggested = incident.Roles.OrderBy(holder => holder.Role).Select(holder => holder.Person)
            .Append(incident.DeclaredBy)
            .Concat(heaviest.Select(pair => pair.Key))
            .Distinct()
            .ToDictionary(person => person, _ => InviteeParts.Responder);
        Add(suggested, incident.DiagnosedIt, InviteeParts.DiagnosedIt);
        Add(suggested, incident.ShippedTheChange, InviteeParts.ShippedTheChange);
        return suggested;
    }

    private static void Add(Dictionary<PersonId, InviteeParts> suggested, PersonId? person, InviteeParts part)
    {
        if (person is { } known)
        {
            suggested[known] = suggested.GetValueOrDefault(known) | part;
        }
    }

    private static AttendeePart PartOf(PostMortemView view, PersonId person) =>
        person == view.PostMortem.Facilitator ? AttendeePart.Facilitator
        : person == view.Incident.Lead ? AttendeePart.Lead
        : AttendeePart.Other;
}
