namespace IncidentBot.Domain.ActionItems;

/// <summary>A person who should own an action, as the chat system knows them.</summary>
/// <param name="Id">Who.</param>
/// <param name="Zone">Their IANA zone ("Europe/Berlin"); due dates are days in it.</param>
/// <param name="IsActivePerson">Neither a bot nor deactivated (a person, not a team).</param>
public sealed record ActionOwner(PersonId Id, string Zone, bool IsActivePerson = true);
