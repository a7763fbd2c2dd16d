using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Effects;

/// <summary>Finds the channel whose topic and bookmarks belong to an incident; a borrowed one keeps its own.</summary>
internal static class OwnChannels
{
    /// <summary>The incident's own channel, if it can be changed now; otherwise the outcome of the effect that wants to.</summary>
    public static async Task<(IncidentChannel? Channel, EffectResult Otherwise)> OwnChannelAsync(
        this IncidentDb db, int incidentNumber, CancellationToken cancellationToken) =>
        await db.Channels.FindAsync([incidentNumber], cancellationToken) switch
        {
            { IsOutOfReach: true } => (null, EffectResult.OutOfReach),
            null or { ChannelId: null } => (null, EffectResult.ParkWith("There is no channel to change.")),
            { IsBorrowed: true } => (null, EffectResult.Done),
            var channel => (channel, EffectResult.Done),
        };
}
