using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Effects;

/// <summary>Turns an address into a place in Slack, as far as it exists now.</summary>
internal sealed class Addresses(IncidentDb db, SlackWorkspace workspace)
{
    public async Task<Destination> FindAsync(Address address, CancellationToken cancellationToken) => address.Kind switch
    {
        AddressKind.Channel or AddressKind.Person => new(address.Value),
        AddressKind.Thread => InThread(address.Value.Split('/')),
        AddressKind.Announcements => await AnnouncementsAsync(cancellationToken),
        AddressKind.Incident => await OfIncidentAsync(int.Parse(address.Value, CultureInfo.InvariantCulture), cancellationToken),
        _ => new(null),
    };

    /// <summary>
    /// It would be a reply in #incidents, but the incident has become private since it was requested.
    /// </summary>
    public async Task<bool> IsHiddenAsync(Address address, string? under, CancellationToken cancellationToken) =>
        address.Kind == AddressKind.Announcements
        && int.TryParse(under?.Split(':')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await db.Incidents.AnyAsync(incident => incident.Number == number && incident.IsPrivate, cancellationToken);

    /// <summary>#incidents; a new id is stored by the node that heard of it.</summary>
    private async Task<Destination> AnnouncementsAsync(CancellationToken cancellationToken)
    {
        if (workspace.AnnouncementChannelId is { } known && await db.MovedChannels.FindAsync([known], cancellationToken) is { } moved)
        {
            workspace.AnnounceIn(moved.NewId);
        }

        return new(workspace.AnnouncementChannelId);
    }

    /// <summary>
    /// An incident's channel. A report without one is discussed in the thread of its headline; and because a
    /// private one has no headline, in the DM with the reporter.
    /// </summary>
    private async Task<Destination> OfIncidentAsync(int number, CancellationToken cancellationToken)
    {
        if (await db.Channels.FindAsync([number], cancellationToken) is { } channel)
        {
            return new(channel.ChannelId) { IsOutOfReach = channel.IsOutOfReach };
        }

        var found = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(each => each.Number == number, cancellationToken);
        if (found is not { HasChannel: false } incident)
        {
            return new(null);
        }

        if (incident.IsPrivate)
        {
            return new(incident.DeclaredBy.Value);
        }

        return await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.Headline, number)], cancellationToken) is { } headline
            ? new(headline.ChannelId) { ThreadTs = headline.Ts }
            : await AnnouncementsAsync(cancellationToken);
    }

    private static Destination InThread(string[] parts) => new(parts[0]) { ThreadTs = parts[1] };
}
