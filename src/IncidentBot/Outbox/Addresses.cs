using System.Globalization;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Outbox;

/// <summary>Turns an address into Slack's channel id, as far as it exists now.</summary>
internal sealed class Addresses(IncidentDb db, SlackWorkspace workspace)
{
    public async Task<Destination> FindAsync(Address address, CancellationToken cancellationToken) => address.Kind switch
    {
        AddressKind.Channel or AddressKind.Person => new(address.Value),
        AddressKind.Announcements => new(workspace.AnnouncementChannelId),
        AddressKind.Incident => await FindAsync(int.Parse(address.Value, CultureInfo.InvariantCulture), cancellationToken),
        _ => new(null),
    };

    private async Task<Destination> FindAsync(int incidentNumber, CancellationToken cancellationToken) =>
        await db.Channels.FindAsync([incidentNumber], cancellationToken) is { } channel
            ? new(channel.ChannelId, channel.IsArchived)
            : new(null);
}

/// <summary>Where an effect goes.</summary>
/// <param name="ChannelId">The channel id, or for a person their user id, which Slack takes for the DM; null while there is none.</param>
/// <param name="IsArchived">Its incident is a closed book: nothing is shown there any more.</param>
internal sealed record Destination(string? ChannelId, bool IsArchived = false)
{
    /// <summary>Where it can be sent now; null when it cannot, see <see cref="Unreachable"/>.</summary>
    public string? Reachable => IsArchived ? null : ChannelId;

    /// <summary>How an effect ends that cannot be sent there.</summary>
    public EffectResult Unreachable => IsArchived ? EffectResult.Done : EffectResult.Park("There is no channel to send it to.");
}
