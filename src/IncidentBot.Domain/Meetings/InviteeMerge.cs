namespace IncidentBot.Domain.Meetings;

/// <summary>
/// Merges the choices of two people who edit the invitations at once: additions and removals of both are applied.
/// Each part of each person is either set or not, so two changes never conflict.
/// </summary>
public static class InviteeMerge
{
    /// <summary>Applies someone's changes to the current list.</summary>
    /// <param name="shown">What they saw when they opened the form.</param>
    /// <param name="chosen">What they chose.</param>
    /// <param name="stored">The current list.</param>
    /// <returns>Everyone with a part; the people they chose come first.</returns>
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
        var changed = shown ^ chosen;
        return (chosen & changed) | (stored & ~changed);
    }
}
