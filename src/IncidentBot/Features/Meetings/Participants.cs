using IncidentBot.Domain;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;
using IncidentBot.PostMortems;

namespace IncidentBot.Features.Meetings;

/// <summary>Someone who should be in the meeting, with their time zone and the parts they played.</summary>
internal sealed record Participant(Attendee Attendee, InviteeParts Parts)
{
    public PersonId Person => Attendee.Person;
}

/// <summary>
/// Suggests who should be in the meeting: role holders, the declarer, who diagnosed it, who shipped the change, and the people who
/// wrote most.
/// </summary>
internal sealed class Participants(IncidentParticipation participation, PeopleDirectory people)
{
    private const int MostActiveCount = 3;

    /// <summary>The invited people or, while there are none, suggestions; always the facilitator, never bots or closed accounts.</summary>
    public async Task<IReadOnlyList<Participant>> OfAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var invited = view.PostMortem.Meeting.Attendees.Count > 0
            ? ChosenPeople(view.PostMortem)
            : SuggestedPeople(view, await participation.MessageCountsAsync(view.Number, cancellationToken));
        if (view.PostMortem.Facilitator is { } facilitator)
        {
            invited.TryAdd(facilitator, InviteeParts.None);
        }

        var known = await people.FindAllAsync(invited.Keys, cancellationToken);
        return
        [
            .. known.Values.Where(person => !person.IsBot && !person.IsDeactivated)
                .Select(person => new Participant(new Attendee(person.Id, person.Zone, RoleOf(view, person.Id)), invited[person.Id])),
        ];
    }

    /// <summary>The invited people with their parts; in old invitations, which have no parts, everyone counts as a responder.</summary>
    public static Dictionary<PersonId, InviteeParts> ChosenPeople(PostMortem postMortem)
    {
        var invited = postMortem.Meeting.Invitees.ToDictionary(invitee => invitee.Person, invitee => invitee.Parts);
        return postMortem.Meeting.Attendees.ToDictionary(
            person => person, person => invited.GetValueOrDefault(person, InviteeParts.Responder));
    }

    private static Dictionary<PersonId, InviteeParts> SuggestedPeople(PostMortemView view, IReadOnlyDictionary<PersonId, int> messages)
    {
        var mostActive = messages.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Take(MostActiveCount);
        var suggested = view.Incidents
            .SelectMany(incident => incident.Roles.OrderBy(holder => holder.Role).Select(holder => holder.Person)
                .Append(incident.DeclaredBy))
            .Concat(mostActive.Select(pair => pair.Key))
            .Distinct()
            .ToDictionary(person => person, _ => InviteeParts.Responder);
        foreach (var incident in view.Incidents)
        {
            Add(suggested, incident.DiagnosedIt, InviteeParts.DiagnosedIt);
            Add(suggested, incident.ShippedTheChange, InviteeParts.ShippedTheChange);
        }

        return suggested;
    }

    private static void Add(Dictionary<PersonId, InviteeParts> suggested, PersonId? person, InviteeParts part)
    {
        if (person is { } known)
        {
            suggested[known] = suggested.GetValueOrDefault(known) | part;
        }
    }

    private static AttendeeRole RoleOf(PostMortemView view, PersonId person) =>
        person == view.PostMortem.Facilitator ? AttendeeRole.Facilitator
        : person == view.Incident.Lead ? AttendeeRole.Lead
        : AttendeeRole.Other;
}
