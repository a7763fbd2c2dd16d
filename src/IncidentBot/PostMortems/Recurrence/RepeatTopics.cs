using IncidentBot.Cards;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Recurrence;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.PostMortems.Recurrence;

/// <summary>A cause that is back: the first topic of the next meeting.</summary>
/// <param name="Class">The name of the cause class.</param>
/// <param name="Times">How many incidents it caused within the look-back, with the one in question if its cause is known.</param>
/// <param name="Service">The service whose earlier incidents had the cause; null when the incident in question has it.</param>
/// <param name="Actions">What became of the earlier actions.</param>
internal sealed record RepeatTopic(string Class, int Times, string? Service, PastActions Actions);

/// <summary>
/// Finds the causes that a meeting begins with: those of its incident that were known before or, while its cause is not known, those that
/// its service had before, if they came more than once or still have open actions.
/// </summary>
internal sealed class RepeatTopics(IncidentDb db, CauseHistory history, IOptions<FollowUpOptions> options)
{
    private const int Most = 2;

    public async Task<IReadOnlyList<RepeatTopic>> FindAsync(Incident incident, CancellationToken cancellationToken)
    {
        var own = (await db.CausesOfAsync(incident.Number, cancellationToken)).Values.DistinctBy(cause => cause.Id).ToList();
        var topics = new List<RepeatTopic>();
        foreach (var cause in own)
        {
            var (earlier, actions) = await EarlierAsync(incident, cause.Id, null, cancellationToken);
            if (earlier.Count > 0)
            {
                topics.Add(new RepeatTopic(cause.Name, earlier.Count + 1, null, actions));
            }
        }

        return own.Count > 0 ? InOrder(topics) : await OfServiceAsync(incident, cancellationToken);
    }

    private static IReadOnlyList<RepeatTopic> InOrder(IEnumerable<RepeatTopic> topics) =>
        [.. topics.OrderByDescending(topic => topic.Times).ThenBy(topic => topic.Class, StringComparer.Ordinal).Take(Most)];

    private async Task<IReadOnlyList<RepeatTopic>> OfServiceAsync(Incident incident, CancellationToken cancellationToken)
    {
        var service = await db.SpellingsOfServiceAsync(incident.Service, cancellationToken);
        if (service.Count == 0)
        {
            return [];
        }

        var since = Since(incident);
        var used = await (
            from other in db.Incidents.AsNoTracking().Where(IncidentMetrics.Counted)
            join cause in db.GapCauses.AsNoTracking() on other.Number equals cause.IncidentNumber
            where other.Service != null && service.Contains(other.Service) && other.StartedAt >= since && other.Number != incident.Number
            select cause.Class).Distinct().ToListAsync(cancellationToken);
        var classes = await db.AllCauseClassesAsync(cancellationToken);
        var topics = new List<RepeatTopic>();
        foreach (var cause in used.Select(classes.RootOf).OfType<CauseClass>().DistinctBy(cause => cause.Id))
        {
            var (earlier, actions) = await EarlierAsync(incident, cause.Id, service, cancellationToken);
            if (earlier.Count > 1 || actions.Open > 0)
            {
                topics.Add(new RepeatTopic(cause.Name, earlier.Count, incident.Service, actions));
            }
        }

        return InOrder(topics);
    }

    private async Task<(IReadOnlyList<CauseIncident> Incidents, PastActions Actions)> EarlierAsync(
        Incident incident, Guid cause, IReadOnlyList<string>? service, CancellationToken cancellationToken)
    {
        var classes = await db.AllCauseClassesAsync(cancellationToken);
        var all = await history.OfAsync(classes.Parts(cause), Since(incident), cancellationToken);
        var earlier = all.Where(each => each.Number != incident.Number && each.StartedAt <= incident.StartedAt).ToList();
        if (service is not null)
        {
            var numbers = earlier.ConvertAll(each => each.Number);
            var ofService = await db.Incidents.Where(each => numbers.Contains(each.Number))
                .Where(each => each.Service != null && service.Contains(each.Service))
                .Select(each => each.Number).ToListAsync(cancellationToken);
            earlier = earlier.FindAll(each => ofService.Contains(each.Number));
        }

        return (earlier, await history.ActionsAsync(earlier, incident.StartedAt, cancellationToken));
    }

    private DateTimeOffset Since(Incident incident) => incident.StartedAt.AddMonths(-options.Value.LookBackMonths);
}
