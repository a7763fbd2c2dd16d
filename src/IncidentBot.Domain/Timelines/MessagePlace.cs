namespace IncidentBot.Domain.Timelines;

/// <summary>Where a message is in the chat system; compared as text.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Ts">The message's id within its channel: seconds since 1970, a dot and six digits.</param>
/// <param name="ThreadTs">The id of the message that opened its thread; null when it is in none.</param>
public sealed record MessagePlace(string Channel, string Ts, string? ThreadTs = null);
