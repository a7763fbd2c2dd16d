namespace IncidentBot.Domain.Incidents;

/// <content>Who may see it: visibility follows the channel.</content>
public sealed partial class Incident
{
    /// <summary>Makes the incident private because its channel is; it never becomes public again by itself.</summary>
    /// <returns>Whether it became private just now.</returns>
    public bool MakePrivate()
    {
        if (IsPrivate)
        {
            return false;
        }

        IsPrivate = true;
        Version++;
        return true;
    }

    /// <summary>Replaces the list of channel members.</summary>
    /// <param name="people">Everyone who is in it.</param>
    /// <param name="now">The current time.</param>
    public void ReplaceMembers(IReadOnlyCollection<PersonId> people, DateTimeOffset now)
    {
        foreach (var former in _members.Select(member => member.Person).Except(people).ToList())
        {
            RemoveMember(former);
        }

        foreach (var person in people)
        {
            AddMember(person, now);
        }
    }
}
