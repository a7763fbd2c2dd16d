using IncidentBot.Domain;

namespace IncidentBot.People;

/// <summary>Who can be given a role in an incident: full members of the workspace with an active account.</summary>
internal sealed class RoleCandidates(PeopleDirectory people)
{
    /// <summary>The refusal of someone who can't see a private incident.</summary>
    public static string NotInChannel(string name) => $"{name} isn't in this private incident's channel. Invite them there first.";

    /// <summary>The refusal of a guest.</summary>
    public static string IsGuest(string name) => $"{name} is a guest. Choose a member of the workspace.";

    /// <summary>Why someone can't have a role; null when they can.</summary>
    public async Task<Refusal?> RefuseAsync(PersonId id, string field, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(id, cancellationToken);
        return person switch
        {
            { IsBot: true } => new Refusal($"{person.Name} is an app. Choose a person.", field),
            { IsDeactivated: true } => new Refusal($"{person.Name} no longer has an account here. Choose someone else.", field),
            { IsGuest: true } => new Refusal(IsGuest(person.Name), field),
            { IsUnknown: true } => new Refusal("Slack doesn't know that person. Choose someone from this workspace.", field),
            _ => null,
        };
    }
}
