namespace IncidentBot.Domain.Incidents;

/// <content>Who has taken on what, who is in the channel, and where the channel is.</content>
public sealed partial class Incident
{
    /// <summary>Who holds a role; null when no one does.</summary>
    /// <param name="role">One of the three.</param>
    public PersonId? HolderOf(IncidentRole role) => _roles.Find(holder => holder.Role == role)?.Person;

    /// <summary>Which role someone holds, the lead before the others; null when none.</summary>
    /// <param name="person">Who.</param>
    public IncidentRole? RoleOf(PersonId person) => _roles
        .Where(holder => holder.Person == person)
        .Select(holder => (IncidentRole?)holder.Role)
        .Min();

    /// <summary>Gives a role to someone, in place of whoever held it; claiming is assigning oneself. Twice is accepted.</summary>
    /// <param name="role">The role.</param>
    /// <param name="person">Who takes it.</param>
    /// <param name="by">Who assigns it.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result Assign(IncidentRole role, PersonId person, PersonId by, DateTimeOffset now)
    {
        if (WhenCancelled() is { } refusal)
        {
            return refusal;
        }

        if (HolderOf(role) != person)
        {
            Give(role, person, by, now);
        }

        return Result.Accepted;
    }

    /// <summary>Takes a free role on; of two people who press at once the second is told.</summary>
    /// <param name="role">The role.</param>
    /// <param name="person">Who takes it.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Refused, about "role", when someone else holds it; refused when the incident is not open. Twice is accepted.</returns>
    public Result Claim(IncidentRole role, PersonId person, DateTimeOffset now)
    {
        if (WhenNotOpen() is { } refusal)
        {
            return refusal;
        }

        if (HolderOf(role) is { } holder && holder != person)
        {
            var word = RoleDescription.For(role).Word.ToLowerInvariant();
            return new Refusal($"Someone else just took the {word} role. To take over: /incident role {word} me.", "role");
        }

        return Assign(role, person, person, now);
    }

    /// <summary>Lays a role down.</summary>
    /// <param name="role">The role.</param>
    /// <param name="person">Who leaves it.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Refused when the person does not hold it, or the incident is cancelled.</returns>
    public Result Leave(IncidentRole role, PersonId person, DateTimeOffset now)
    {
        var word = RoleDescription.For(role).Word;
        if (WhenCancelled() is { } refusal)
        {
            return refusal;
        }

        if (HolderOf(role) != person)
        {
            return new Refusal($"You are not {word.ToLowerInvariant()} in incident {Number}.", "role");
        }

        _roles.RemoveAll(holder => holder.Role == role);
        Record(ChangedFact.Role, person.Value, null, person, now, word);
        if (role == IncidentRole.Lead && IsOpen)
        {
            LeadlessSince = now.ToUniversalTime();
        }

        return Result.Accepted;
    }

    /// <summary>Someone's account was deactivated: whatever they held is free, and a free lead is asked for again.</summary>
    /// <param name="person">Who is no longer here.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>The roles that are free now.</returns>
    public IReadOnlyList<IncidentRole> Vacate(PersonId person, DateTimeOffset now)
    {
        List<IncidentRole> held = [.. _roles.Where(holder => holder.Person == person).Select(holder => holder.Role).Order()];
        if (IsOpen)
        {
            held.ForEach(role => Leave(role, person, now));
            return held;
        }

        return [];
    }

    /// <summary>Remembers that someone is in the channel; twice is once.</summary>
    /// <param name="person">Who joined.</param>
    /// <param name="now">The present instant.</param>
    public void AddMember(PersonId person, DateTimeOffset now)
    {
        if (!_members.Exists(member => member.Person == person))
        {
            _members.Add(new IncidentMember { Person = person, Since = now.ToUniversalTime() });
            Version++;
        }
    }

    /// <summary>Remembers that someone left the channel; no more is needed if they never were in it.</summary>
    /// <param name="person">Who left.</param>
    public void RemoveMember(PersonId person) => Version += _members.RemoveAll(member => member.Person == person);

    private void Give(IncidentRole role, PersonId person, PersonId by, DateTimeOffset now)
    {
        Record(ChangedFact.Role, HolderOf(role)?.Value, person.Value, by, now, RoleDescription.For(role).Word);
        _roles.RemoveAll(holder => holder.Role == role);
        _roles.Add(new RoleHolder { Role = role, Person = person, Since = now.ToUniversalTime() });
        if (role == IncidentRole.Lead)
        {
            LeadlessSince = null;
        }
    }
}
