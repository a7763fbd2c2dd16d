using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Features.IncidentLog;
using IncidentBot.PostMortems.Search;
using IncidentBot.Storage;
using IncidentBot.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Web.IncidentLists;

/// <summary>Reads a page of the log: the same filters, the same search and the same rows as in Slack.</summary>
internal sealed class LogPageSource(IncidentDb db, LogQuery query, LogRows rows, IncidentSearch search)
{
    /// <summary>More than anyone reads; a search is for the first ones.</summary>
    private const int MostFound = 100;

    private const int PageSize = LogPageView.PageSize;

    public async Task<LogPageView> FindAsync(PageReader reader, LogAddress asked, CancellationToken cancellationToken)
    {
        var selected = await query.FindAsync(reader.Id, asked.Filter, cancellationToken);
        var (numbers, next) = !selected.Ok ? ([], null)
            : asked.IsSearch ? await SearchAsync(reader, asked, selected.Value.Incidents, cancellationToken)
            : await ListAsync(asked, selected.Value.Incidents, cancellationToken);
        var shown = await rows.OfAsync(numbers, IncidentVisibility.SeenBy(reader.Id), cancellationToken);
        var published = await db.PublishedVersions.AsNoTracking()
            .Where(version => version.Revision == 1 && numbers.Contains(version.IncidentNumber))
            .Select(version => version.IncidentNumber).ToListAsync(cancellationToken);
        return new LogPageView(reader, asked, shown)
        {
            Next = next,
            Problem = selected.Refusal?.Sentence,
            Published = published.ToHashSet(),
            Services = [.. (await db.ServicesSeenByAsync(reader.Id, cancellationToken)).Select(service => service.Name)],
            Causes = await CausesAsync(cancellationToken),
        };
    }

    private static async Task<(IReadOnlyList<int> Numbers, LogAddress? Next)> ListAsync(
        LogAddress asked, IQueryable<Incident> incidents, CancellationToken cancellationToken)
    {
        var ordered = asked.OldestFirst
            ? asked.After is { } after ? LogQuery.Newer(incidents, after) : LogQuery.Oldest(incidents)
            : LogQuery.Older(incidents, asked.After);
        var places = await ordered.Select(incident => new { incident.StartedAt, incident.Number }).Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var shown = places.Take(PageSize).ToList();
        return (shown.ConvertAll(place => place.Number),
            places.Count > PageSize ? asked with { After = new LogPlace(shown[^1].StartedAt, shown[^1].Number) } : null);
    }

    /// <summary>Best first, and of those only what the filters leave.</summary>
    private async Task<(IReadOnlyList<int> Numbers, LogAddress? Next)> SearchAsync(
        PageReader reader, LogAddress asked, IQueryable<Incident> incidents, CancellationToken cancellationToken)
    {
        var results = await search.SearchAsync(reader.Id, asked.Words, skip: 0, MostFound, cancellationToken);
        var found = results.Found.Select(each => each.Hit.Number).ToList();
        var left = await incidents.Where(incident => found.Contains(incident.Number)).Select(incident => incident.Number)
            .ToListAsync(cancellationToken);
        var skip = Math.Min(asked.Skip, MostFound);
        var ordered = found.Where(left.Contains).Skip(skip).ToList();
        return ([.. ordered.Take(PageSize)], ordered.Count > PageSize ? asked with { Skip = skip + PageSize } : null);
    }

    private async Task<IReadOnlyList<string>> CausesAsync(CancellationToken cancellationToken) =>
        await db.CauseClasses.AsNoTracking().Where(cause => cause.MergedInto == null).OrderBy(cause => cause.Name)
            .Select(cause => cause.Name).ToListAsync(cancellationToken);
}
