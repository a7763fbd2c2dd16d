using IncidentBot.Domain;
using IncidentBot.Storage.Rows;

namespace IncidentBot.People;

/// <summary>Who can be given a role in an incident: full members of the workspace with an active account.</summary>
internal sealed class RoleCandidates(PeopleDirectory people)
{
    /// <summary>The refusal of someone who can't see a private incident.</summary>
    public static string NotInChannel(string name) => $"{name} isn't in this private incident's channel. Invite them there first.";

    /// <summary>Why a guest or someone of another organisation can't be given anything to do; null for everyone else.</summary>
    public static string? NotAMember(Person person) => person switch
    {
        { IsOutsider: true } => $"{person.Name} is from another organisation. Choose a member of the workspace.",
        { IsGuest: true } => $"{person.Name} is a guest. Choose a member of the workspace.",
        _ => null,
    };

    /// <summary>Why someone can't have a role; null when they can.</summary>
    public async Task<Refusal?> RefuseAsync(PersonId id, string field, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(id, cancellationToken);
        return person switch
        {
            { IsBot: true } => new Refusal($"{person.Name} is an app. Choose a person.", field),
            { IsDeactivated: true } => new Refusal($"{person.Name} no longer has an account here. Choose someone else.", field),
            _ when NotAMember(person) is { } reason => new Refusal(reason, field),
            { IsUnknown: true } => new Refusal("Slack doesn't know that person. Choose someone from this workspace.", field),
            _ => null,
        };
    }
}
