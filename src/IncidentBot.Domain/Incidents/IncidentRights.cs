namespace IncidentBot.Domain.Incidents;

/// <summary>Who may cancel an incident: lead, facilitator, admin. Members of its channel do everything else.</summary>
/// <param name="Lead">The incident's lead, if it has one.</param>
/// <param name="Facilitator">Its post-mortem's facilitator, if it has one.</param>
public sealed record IncidentRights(PersonId? Lead, PersonId? Facilitator)
{
    /// <summary>Whether a person may cancel the incident or mark it a duplicate.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="isAdmin">An admin of the workspace.</param>
    /// <returns>A refusal that says who may, and what to do when no one leads; accepted otherwise.</returns>
    public Result MayCancel(PersonId person, bool isAdmin)
    {
        if (isAdmin || person == Lead || person == Facilitator)
        {
            return Result.Accepted;
        }

        return Lead is null
            ? new Refusal("Only the lead can cancel an incident, and this one has no lead. Take the lead first with `lead me`.")
            : new Refusal("Only the incident's lead, its facilitator or an admin can cancel it. Ask one of them.");
    }
}
