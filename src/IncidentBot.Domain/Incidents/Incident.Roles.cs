namespace IncidentBot.Domain.Incidents;

/// <content>Roles, and the members of the channel.</content>
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

    /// <summary>Whether someone leads or has led the incident.</summary>
    /// <param name="person">Who.</param>
    public bool HasLed(PersonId person) =>
        // Whoever declared and led from the start is no change of its own, but the one before the first change.
        Lead == person || _history.Exists(change => change.Fact == ChangedFact.Role
            && change.Detail == RoleDescription.For(IncidentRole.Lead).Word && (change.Old == person.Value || change.New == person.Value));

    /// <summary>
    /// Which role someone held at a moment, the lead before the others; null when none. What was before the declaration counts as its
    /// moment, because a report says who led only afterwards.
    /// </summary>
    /// <param name="person">Who.</param>
    /// <param name="at">The moment.</param>
    public IncidentRole? RoleOf(PersonId person, DateTimeOffset at) => RoleDescription.All
        .Where(row => HolderOf(row, at) == person.Value)
        .Select(row => (IncidentRole?)row.Role)
        .Min();

    /// <summary>Gives a role to someone, replacing its holder. Repeating it is accepted.</summary>
    /// <param name="role">The role.</param>
    /// <param name="person">Who takes it.</param>
    /// <param name="by">Who assigns it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result Assign(IncidentRole role, PersonId person, PersonId by, DateTimeOffset now)
    {
        if (RefuseIfCancelled() is { } refusal)
        {
            return refusal;
        }

        if (HolderOf(role) != person)
        {
            SetHolder(role, person, by, now);
        }

        return Result.Accepted;
    }

    /// <summary>Hands the lead over to someone else.</summary>
    /// <param name="person">Who leads from now on.</param>
    /// <param name="by">Who hands over; the lead, or someone who stands in.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is not open, and about "lead" when the person leads already.</returns>
    public Result HandOver(PersonId person, PersonId by, DateTimeOffset now) =>
        RefuseUnlessOpen() is { } refusal ? refusal
        : Lead == person ? new Refusal("This person already leads the incident. Choose someone else.", "lead")
        : Assign(IncidentRole.Lead, person, by, now);

    /// <summary>Whether the lead can be handed over now.</summary>
    /// <returns>Refused when the incident is not open.</returns>
    public Result MayHandOver() => RefuseUnlessOpen() is { } refusal ? refusal : Result.Accepted;

    /// <summary>Claims a free role; when two people press at once, the second is refused.</summary>
    /// <param name="role">The role.</param>
    /// <param name="person">Who takes it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused, about "role", when someone else has it; refused when the incident is not open. Repeating it is accepted.</returns>
    public Result Claim(IncidentRole role, PersonId person, DateTimeOffset now)
    {
        if (RefuseUnlessOpen() is { } refusal)
        {
            return refusal;
        }

        if (HolderOf(role) is { } holder && holder != person)
        {
            var word = RoleDescription.For(role).Word.ToLowerInvariant();
            return new Refusal($"Someone else just took the {word} role. To take over, use `role {word} me`.", "role");
        }

        return Assign(role, person, person, now);
    }

    /// <summary>Steps down from a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="person">Who leaves it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the person does not hold it, or the incident is cancelled.</returns>
    public Result StepDown(IncidentRole role, PersonId person, DateTimeOffset now)
    {
        var word = RoleDescription.For(role).Word;
        if (RefuseIfCancelled() is { } refusal)
        {
            return refusal;
        }

        if (HolderOf(role) != person)
        {
            return new Refusal($"You don't have the {word.ToLowerInvariant()} role in incident {Number}.", "role");
        }

        _roles.RemoveAll(holder => holder.Role == role);
        Record(ChangedFact.Role, person.Value, null, person, now, word);
        if (role == IncidentRole.Lead && IsOpen)
        {
            LeadlessSince = now.ToUniversalTime();
        }

        return Result.Accepted;
    }

    /// <summary>Releases the roles of someone whose account was deactivated; without a lead, the channel is asked again.</summary>
    /// <param name="person">Who is no longer here.</param>
    /// <param name="now">The current time.</param>
    /// <returns>The roles that became free.</returns>
    public IReadOnlyList<IncidentRole> ReleaseRolesOf(PersonId person, DateTimeOffset now)
    {
        List<IncidentRole> held = [.. _roles.Where(holder => holder.Person == person).Select(holder => holder.Role).Order()];
        if (IsOpen)
        {
            held.ForEach(role => StepDown(role, person, now));
            return held;
        }

        return [];
    }

    /// <summary>Records that someone is in the channel; repeating it changes nothing.</summary>
    /// <param name="person">Who joined.</param>
    /// <param name="now">The current time.</param>
    public void AddMember(PersonId person, DateTimeOffset now)
    {
        if (!_members.Exists(member => member.Person == person))
        {
            _members.Add(new IncidentMember { Person = person, Since = now.ToUniversalTime() });
            Version++;
        }
    }

    /// <summary>Records that someone left the channel; nothing happens if they never were in it.</summary>
    /// <param name="person">Who left.</param>
    public void RemoveMember(PersonId person) => Version += _members.RemoveAll(member => member.Person == person);

    /// <summary>Whoever holds a role from the start is known by the change that ended it, or holds it still.</summary>
    private string? HolderOf(RoleDescription role, DateTimeOffset at)
    {
        var changes = _history.FindAll(change => change.Fact == ChangedFact.Role && change.Detail == role.Word);
        return changes.FindLast(change => change.At <= at || change.At == DeclaredAt) is { } last
            ? last.New
            : changes is [var first, ..] ? first.Old : HolderOf(role.Role)?.Value;
    }

    private void SetHolder(IncidentRole role, PersonId person, PersonId by, DateTimeOffset now)
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
