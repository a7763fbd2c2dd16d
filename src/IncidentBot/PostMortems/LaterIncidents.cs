using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems;

/// <summary>A later incident that affected the same service.</summary>
internal sealed record LaterIncident(int Number, string Title, DateTimeOffset StartedAt)
{
    /// <summary>Its number, with a link to its headline or channel if there is one.</summary>
    public Mrkdwn Link { get; init; } = Mrkdwn.Text($"Incident {Number}");
}

/// <summary>The later incidents of a service, without drills, cancelled incidents and duplicates.</summary>
internal sealed class LaterIncidents(IncidentDb db, SlackWorkspace workspace)
{
    /// <summary>The later incidents that the reader may see, oldest first; none when the incident names no service.</summary>
    public async Task<IReadOnlyList<LaterIncident>> OfAsync(
        Incident incident, DateTimeOffset since, PersonId reader, CancellationToken cancellationToken)
    {
        var service = await db.SpellingsOfServiceAsync(incident.Service, cancellationToken);
        if (service.Count == 0)
        {
            return [];
        }

        var later = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader))
            .Where(other => other.Number != incident.Number && other.StartedAt > since)
            .Where(other => other.Service != null && service.Contains(other.Service))
            .Where(other => !other.IsDrill && other.Status != IncidentStatus.Cancelled)
            .OrderBy(other => other.StartedAt).ThenBy(other => other.Number)
            .Select(other => new LaterIncident(other.Number, other.Title, other.StartedAt)).ToListAsync(cancellationToken);
        return await WithLinksAsync(later, cancellationToken);
    }

    /// <summary>The later incidents since the end of this one.</summary>
    public Task<IReadOnlyList<LaterIncident>> SinceEndAsync(Incident incident, PersonId reader, CancellationToken cancellationToken) =>
        OfAsync(incident, incident.EndedAt ?? incident.ResolvedAt ?? incident.StartedAt, reader, cancellationToken);

    /// <summary>Links to the headline in #incidents or, for a private incident, to its channel.</summary>
    private async Task<IReadOnlyList<LaterIncident>> WithLinksAsync(List<LaterIncident> later, CancellationToken cancellationToken)
    {
        var numbers = later.ConvertAll(each => each.Number);
        var names = numbers.ConvertAll(number => BotMessageNames.Card(BotMessageNames.Headline, number));
        var headlines = await db.BotMessages.AsNoTracking().Where(message => names.Contains(message.Name))
            .ToDictionaryAsync(message => message.Name, cancellationToken);
        var channels = await db.Channels.AsNoTracking().Where(channel => numbers.Contains(channel.IncidentNumber))
            .Where(IncidentChannel.Exists)
            .ToDictionaryAsync(channel => channel.IncidentNumber, channel => channel.ChannelId, cancellationToken);
        return later.ConvertAll(each => each with { Link = Link(each) });

        Mrkdwn Link(LaterIncident each) =>
            headlines.TryGetValue(BotMessageNames.Card(BotMessageNames.Headline, each.Number), out var headline)
                ? Mrkdwn.Link(workspace.Permalink(headline.ChannelId, headline.Ts), FormattableString.Invariant($"Incident {each.Number}"))
                : channels.TryGetValue(each.Number, out var channel) && channel is not null
                    ? Mrkdwn.Text($"{each.Link} in {Mrkdwn.Channel(channel)}")
                    : each.Link;
    }
}
