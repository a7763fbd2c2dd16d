using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Which incident a channel, or a message in it, belongs to.</summary>
internal static class IncidentsInChannel
{
    /// <summary>The incidents of a channel. Most channels have none, and an incident's own has one, so this is usually one query.</summary>
    public static async Task<ChannelOwners> OwnersOfAsync(this IncidentDb db, string channelId, CancellationToken cancellationToken)
    {
        var channels = await db.Channels.AsNoTracking().Where(IncidentChannel.Is(channelId)).ToListAsync(cancellationToken);
        var borrowers = channels.Where(channel => channel.IsBorrowed).Select(channel => channel.IncidentNumber).ToList();
        var incidents = borrowers.Count == 0
            ? []
            : await db.Incidents.AsNoTracking().Where(incident => borrowers.Contains(incident.Number)).ToListAsync(cancellationToken);
        return new ChannelOwners([
            .. channels.Where(channel => !channel.IsBorrowed).Select(channel => ChannelOwnership.Own(channel.IncidentNumber)),
            .. incidents.Select(ChannelOwnership.Borrowed)]);
    }

    /// <summary>
    /// The incident that a given message is about: the one it already belongs to, the one in whose time it was
    /// written, or the one that the channel is about now. Null outside of incidents' channels.
    /// </summary>
    public static async Task<int?> IncidentForMessageAsync(
        this IncidentDb db, string channelId, string ts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owners = await db.OwnersOfAsync(channelId, cancellationToken);
        if (owners.All.Count == 0)
        {
            return null;
        }

        var known = await db.ChannelMessages.AsNoTracking()
            .SingleOrDefaultAsync(message => message.Channel == channelId && message.Ts == ts, cancellationToken);
        var written = MessageTs.At(ts);
        return known?.IncidentNumber ?? (written.Ok ? owners.CurrentIncident(written.Value) : null) ?? owners.CurrentIncident(now);
    }

    /// <summary>The incident without a channel that is discussed in this thread of its headline; null for any other message.</summary>
    public static async Task<int?> IncidentOfThreadAsync(
        this IncidentDb db, string channelId, string? threadTs, CancellationToken cancellationToken)
    {
        var headline = threadTs is null
            ? null
            : await db.BotMessages.AsNoTracking()
                .Where(message => message.ChannelId == channelId && message.Ts == threadTs
                    && message.Name.StartsWith(BotMessageNames.Headline + ":"))
                .Select(message => message.Name).FirstOrDefaultAsync(cancellationToken);
        return headline is not null && int.TryParse(
                headline.AsSpan(BotMessageNames.Headline.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.Incidents.AnyAsync(incident => incident.Number == number && !incident.HasChannel, cancellationToken)
                ? number
                : null;
    }

    /// <summary>The incidents in whose channel, own or borrowed, something can be posted now.</summary>
    public static IQueryable<Incident> WithReachableChannel(this IQueryable<Incident> incidents, IncidentDb db) =>
        incidents.Where(incident => db.Channels.Any(channel =>
            channel.IncidentNumber == incident.Number
                && (channel.OwnId != null || channel.BorrowedId != null)
                && !channel.IsArchived
                && !channel.IsBotOut));

    /// <summary>The messages that were written in an incident's channel while it was the incident's.</summary>
    public static IQueryable<ChannelMessage> MessagesOf(this IncidentDb db, int incidentNumber) => db.ChannelMessages

        // Earlier releases did not store the number and had one incident per channel.
        .Where(message => message.IncidentNumber == null || message.IncidentNumber == incidentNumber)
        .Where(message => db.Channels.Any(channel =>
            channel.IncidentNumber == incidentNumber && (channel.OwnId == message.Channel || channel.BorrowedId == message.Channel)));
}
