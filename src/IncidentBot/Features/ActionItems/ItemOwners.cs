using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.ActionItems;

/// <summary>The new owner of an action item, or the refusal; both are null when no one was chosen.</summary>
internal sealed record FoundOwner(ActionOwner? Owner, Refusal? Refusal);

/// <summary>Turns a chosen person into an owner: a member of the workspace who may see the incident.</summary>
internal sealed class ItemOwners(PeopleDirectory people)
{
    private const string Field = "owner";

    public async Task<FoundOwner> FindAsync(PersonId? chosen, Incident incident, CancellationToken cancellationToken)
    {
        if (chosen is not { } id)
        {
            return new FoundOwner(null, null);
        }

        var person = await people.FindAsync(id, cancellationToken);
        if (RoleCandidates.NotAMember(person) is { } reason)
        {
            return new FoundOwner(null, new Refusal(reason, Field));
        }

        return IncidentVisibility.Sees(id, incident)
            ? new FoundOwner(Owner(person), null)
            : new FoundOwner(null, new Refusal(RoleCandidates.NotInChannel(person.Name), Field));
    }

    /// <summary>The time zone in which a date that someone types is read.</summary>
    public async Task<string> ZoneAsync(PersonId person, CancellationToken cancellationToken) =>
        (await people.FindAsync(person, cancellationToken)).Zone;

    /// <summary>Someone whom Slack doesn't know has their id for a name, and can't own anything.</summary>
    public static ActionOwner Owner(Person person) =>
        new(person.Id, person.Zone, !person.IsBot && !person.IsDeactivated && person.Name != person.Id.Value);
}
