using IncidentBot.Domain;

namespace IncidentBot.People;

/// <summary>Who can be given a role in an incident: people of the workspace who are here to stay.</summary>
internal sealed class RoleCandidates(PeopleDirectory people)
{
    /// <summary>Why someone cannot; null when they can.</summary>
    public async Task<Refusal?> RefuseAsync(PersonId id, string field, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(id, cancellationToken);
        return person switch
        {
            { IsBot: true } => new Refusal($"{person.Name} is an app. Choose a person.", field),
            { IsDeactivated: true } => new Refusal($"{person.Name} no longer has an account here. Choose someone else.", field),
            { IsGuest: true } => new Refusal($"{person.Name} is a guest. Choose a member of the workspace.", field),
            { IsUnknown: true } => new Refusal("Slack doesn't know that person. Choose someone from this workspace.", field),
            _ => null,
        };
    }
}
