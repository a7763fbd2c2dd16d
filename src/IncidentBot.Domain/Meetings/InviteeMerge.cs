namespace IncidentBot.Domain.Meetings;

/// <summary>
/// Two people choose who is invited at once: whom only one of them added is added, whom only one of them took away is gone.
/// Being invited for a reason is yes or no, so the two can never contradict each other.
/// </summary>
public static class InviteeMerge
{
    /// <summary>Lays what someone chose over what stands by now.</summary>
    /// <param name="shown">What they saw when they began.</param>
    /// <param name="chosen">What they chose.</param>
    /// <param name="stored">What stands by now.</param>
    /// <returns>Everyone who has a part, those whom they chose first.</returns>
    public static IReadOnlyDictionary<PersonId, InviteeParts> Of(
        IReadOnlyDictionary<PersonId, InviteeParts> shown,
        IReadOnlyDictionary<PersonId, InviteeParts> chosen,
        IReadOnlyDictionary<PersonId, InviteeParts> stored) =>
        chosen.Keys.Union(stored.Keys)
            .Select(person => (Person: person, Parts: Merge(
                shown.GetValueOrDefault(person), chosen.GetValueOrDefault(person), stored.GetValueOrDefault(person))))
            .Where(merged => merged.Parts != InviteeParts.None)
            .ToDictionary(merged => merged.Person, merged => merged.Parts);

    private static InviteeParts Merge(InviteeParts shown, InviteeParts chosen, InviteeParts stored)
    {
        var touched = shown ^ chosen;
        return (chosen & touched) | (stored & ~touched);
    }
}
