using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Meetings;

/// <summary>One line of the checklist: a part that someone should play in the meeting, and who plays it.</summary>
/// <param name="Label">The part in words: "Who diagnosed it".</param>
/// <param name="People">Who plays it; empty for "no one yet".</param>
/// <param name="IsNeeded">False when the incident doesn't need the part: nothing was shipped, or no other team was affected.</param>
public sealed record InviteeLine(string Label, IReadOnlyList<PersonId> People, bool IsNeeded = true)
{
    /// <summary>The part is needed and no one plays it yet.</summary>
    public bool IsMissing => IsNeeded && People.Count == 0;
}

/// <summary>Who should be in the meeting, by part: a checklist that blocks nothing.</summary>
public static class InviteeChecklist
{
    /// <summary>The lines for the current invitations.</summary>
    /// <param name="incident">The incident; decides which parts are needed.</param>
    /// <param name="postMortem">Who is invited, and who facilitates.</param>
    public static IReadOnlyList<InviteeLine> Of(Incident incident, PostMortem postMortem) => Of(
        incident,
        postMortem.Facilitator,
        postMortem.Meeting.Invitees.Where(invitee => invitee.IsInvited).ToDictionary(invitee => invitee.Person, invitee => invitee.Parts));

    /// <summary>The lines for people and their parts, in the order of the form.</summary>
    /// <param name="incident">The incident; decides which parts are needed.</param>
    /// <param name="facilitator">Who facilitates; null while no one does.</param>
    /// <param name="parts">Who should be there, and why.</param>
    public static IReadOnlyList<InviteeLine> Of(Incident incident, PersonId? facilitator, IReadOnlyDictionary<PersonId, InviteeParts> parts)
    {
        IReadOnlyList<PersonId> PeopleWith(InviteeParts part) =>
            [.. parts.Where(pair => pair.Value.HasFlag(part)).Select(pair => pair.Key)];

        return
        [
            new("Who responded", PeopleWith(InviteeParts.Responder)),
            new("Who diagnosed it", PeopleWith(InviteeParts.DiagnosedIt)),
            new("Who shipped the change (if any)", PeopleWith(InviteeParts.ShippedTheChange),
                incident.ShippedTheChange is not null || incident.Type == IncidentType.Deployment),
            new(incident.AffectedTeam is { } team ? $"Someone who speaks for {team}" : "Someone from every other affected team",
                PeopleWith(InviteeParts.AffectedTeam), incident.AffectedTeam is not null),
            new("The facilitator", facilitator is { } person ? [person] : []),
            new("Someone who can commit to actions", PeopleWith(InviteeParts.CanCommit)),
        ];
    }
}
