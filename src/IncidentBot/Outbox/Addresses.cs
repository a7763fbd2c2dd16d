using System.Globalization;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Outbox;

/// <summary>A place in Slack that can be written to.</summary>
/// <param name="ChannelId">The channel; a person's user id for the DM with them, which Slack takes for it.</param>
/// <param name="ThreadTs">The thread that stands for a channel where there is none of its own.</param>
internal sealed record Place(string ChannelId, string? ThreadTs = null)
{
    /// <summary>The thread in which something goes that belongs under a message of ours: threads do not nest.</summary>
    public string? ThreadUnder(BotMessage? parent) => ThreadTs ?? (parent?.ChannelId == ChannelId ? parent.Ts : null);
}

/// <summary>Turns an address into a place in Slack, as far as it exists now.</summary>
internal sealed class Addresses(IncidentDb db, SlackWorkspace workspace)
{
    /// <summary>The place; null while there is none.</summary>
    public async Task<Place?> FindAsync(Address address, CancellationToken cancellationToken) => address.Kind switch
    {
        AddressKind.Channel or AddressKind.Person => new Place(address.Value),
        AddressKind.Thread => InThread(address.Value.Split('/')),
        AddressKind.Announcements => At(workspace.AnnouncementChannelId),
        AddressKind.Incident => await OfIncidentAsync(int.Parse(address.Value, CultureInfo.InvariantCulture), cancellationToken),
        _ => null,
    };

    /// <summary>
    /// An incident's own channel. One that has none, a report, is talked about in the thread of its headline; and because a
    /// private one has no headline either, in the DM with whoever reported it.
    /// </summary>
    private async Task<Place?> OfIncidentAsync(int number, CancellationToken cancellationToken)
    {
        if (await db.Channels.FindAsync([number], cancellationToken) is { } channel)
        {
            return At(channel.ChannelId);
        }

        if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(each => each.Number == number, cancellationToken) is not { HasChannel: false } incident)
        {
            return null;
        }

        if (incident.IsPrivate)
        {
            return new Place(incident.DeclaredBy.Value);
        }

        return await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.Headline, number)], cancellationToken) is { } headline
            ? new Place(headline.ChannelId, headline.Ts)
            : At(workspace.AnnouncementChannelId);
    }

    private static Place InThread(string[] parts) => new(parts[0], parts[1]);

    private static Place? At(string? channelId) => channelId is null ? null : new Place(channelId);
}
