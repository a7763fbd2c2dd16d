namespace IncidentBot.Domain.ActionItems;

/// <summary>A person who can own an action item, with what Slack knows about them.</summary>
/// <param name="Id">Who.</param>
/// <param name="Zone">Their IANA zone ("Europe/Berlin"); due dates are days in it.</param>
/// <param name="IsActivePerson">Whether this is a person with an active account, and not a bot.</param>
public sealed record ActionOwner(PersonId Id, string Zone, bool IsActivePerson = true);
