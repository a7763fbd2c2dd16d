using System.Globalization;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Outbox;

/// <summary>Turns an address into Slack's channel id, as far as it exists now.</summary>
internal sealed class Addresses(IncidentDb db, SlackWorkspace workspace)
{
    /// <summary>The channel id, or for a person their user id, which Slack takes for the DM; null while there is none.</summary>
    public async Task<string?> FindAsync(Address address, CancellationToken cancellationToken) => address.Kind switch
    {
        AddressKind.Channel or AddressKind.Person => address.Value,
        AddressKind.Announcements => workspace.AnnouncementChannelId,
        AddressKind.Incident => (await db.Channels.FindAsync([int.Parse(address.Value, CultureInfo.InvariantCulture)], cancellationToken))?.ChannelId,
        _ => null,
    };
}
