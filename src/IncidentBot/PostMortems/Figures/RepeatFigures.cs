using System.Globalization;
using System.Linq.Expressions;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Recurrence;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.PostMortems.Figures;

/// <summary>The repeats of a month.</summary>
internal sealed record RepeatMonth(DateTimeOffset Start, Share Share);

/// <summary>The incidents of a period whose cause is known, and those of them that repeat a known cause.</summary>
internal sealed record Repeats(IReadOnlyList<ClassedIncident> Incidents, IReadOnlyList<RepeatIncident> Again, CauseClasses Classes)
{
    /// <summary>The repeat-incident rate.</summary>
    public Share Rate => new(Again.Count, Incidents.Count);

    /// <summary>The part of a shorter period.</summary>
    public Repeats Since(DateTimeOffset from) => new(
        [.. Incidents.Where(incident => incident.At >= from)], [.. Again.Where(repeat => repeat.Incident.At >= from)], Classes);

    /// <summary>The newest months, the current one last.</summary>
    public IReadOnlyList<RepeatMonth> Months(DateTimeOffset now, int count)
    {
        var current = new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        return
        [
            .. Enumerable.Range(1 - count, count).Select(place => current.AddMonths(place)).Select(start => new RepeatMonth(
                start,
                new Share(
                    Again.Count(repeat => repeat.Incident.At >= start && repeat.Incident.At < start.AddMonths(1)),
                    Incidents.Count(incident => incident.At >= start && incident.At < start.AddMonths(1))))),
        ];
    }

    /// <summary>How many incidents each class caused, the most frequent first.</summary>
    public IReadOnlyList<(string Class, int Incidents)> Top(int most) =>
    [
        .. Incidents.SelectMany(incident => incident.Classes).CountBy(cause => cause)
            .Select(each => (Classes.RootOf(each.Key)?.Name ?? "", each.Value))
            .OrderByDescending(each => each.Value).ThenBy(each => each.Item1, StringComparer.Ordinal).Take(most),
    ];

    /// <summary>The list that the rate counts, newest first.</summary>
    public Listed<FigureLine> Rows(ListPage page) => new(
        [
            .. Again.Reverse().Skip(page.Skip).Take(page.Most).Select(repeat => new FigureLine(
                repeat.Incident.Number, string.Join(", ", repeat.Known.Select(cause => Classes.RootOf(cause)?.Name)))),
        ],
        Again.Count);
}

/// <summary>
/// Reads which incidents repeat a known cause. An earlier incident of any service makes a cause known, so all services are read, and one is
/// chosen afterwards. Near misses are counted apart.
/// </summary>
internal sealed class RepeatFigures(IncidentDb db, IOptions<FollowUpOptions> options)
{
    public async Task<Repeats> InAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var classes = await db.AllCauseClassesAsync(cancellationToken);
        var rows = await (
            from incident in db.StartedIn(window with { Spellings = null }).Where(OneOfEvent)
            join cause in db.GapCauses.AsNoTracking() on incident.IncidentNumber equals cause.IncidentNumber
            select new { Number = incident.IncidentNumber, incident.StartedAt, incident.Service, cause.Class })
            .ToListAsync(cancellationToken);
        var incidents = rows.GroupBy(row => row.Number).Select(of => new ClassedIncident(
            of.Key,
            of.First().StartedAt,
            [.. of.Select(row => classes.RootOf(row.Class)?.Id).OfType<Guid>().Distinct()],
            of.First().Service)).ToList();
        var before = await BeforeAsync(window.From, classes, cancellationToken);
        var again = RepeatIncidents.Among(incidents, before, options.Value.LookBackMonths);
        return new Repeats(
            [.. incidents.Where(incident => IsOf(incident, window))], [.. again.Where(repeat => IsOf(repeat.Incident, window))], classes);
    }

    /// <summary>The near misses of a period, whether reported by their own door or recorded as an incident.</summary>
    public async Task<int> NearMissesAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var reported = db.NearMisses.AsNoTracking()
            .Where(nearMiss => nearMiss.ReportedAt >= window.From && nearMiss.ReportedAt < window.Until);
        if (window.Spellings is { } service)
        {
            reported = reported.Where(nearMiss => nearMiss.Service != null && service.Contains(nearMiss.Service));
        }

        var recorded = db.StartedIn(window).Where(incident => incident.IsNearMiss
            && !db.NearMisses.Any(nearMiss => nearMiss.IncidentNumber == incident.IncidentNumber));
        return await reported.CountAsync(cancellationToken) + await recorded.CountAsync(cancellationToken);
    }

    /// <summary>Of incidents of one event, the one that carries the post-mortem; near misses are counted apart.</summary>
    private static Expression<Func<FigureRow, bool>> OneOfEvent { get; } = row => !row.IsCovered && !row.IsNearMiss;

    private static bool IsOf(ClassedIncident incident, FigureWindow window) =>
        window.Spellings is not { } service || (incident.Service is { } named && service.Contains(named));

    /// <summary>When each class was last seen before the period, as far back as it counts as known.</summary>
    private async Task<Dictionary<Guid, DateTimeOffset>> BeforeAsync(
        DateTimeOffset from, CauseClasses classes, CancellationToken cancellationToken)
    {
        var since = from.AddMonths(-options.Value.LookBackMonths);
        var last = await (
            from incident in db.StartedIn(new FigureWindow(since, @from)).Where(OneOfEvent)
            join cause in db.GapCauses.AsNoTracking() on incident.IncidentNumber equals cause.IncidentNumber
            group incident.StartedAt by cause.Class into of
            select new { Class = of.Key, At = of.Max() }).ToListAsync(cancellationToken);
        return last.Where(each => classes.RootOf(each.Class) is not null).GroupBy(each => classes.RootOf(each.Class)!.Id)
            .ToDictionary(of => of.Key, of => of.Max(each => each.At));
    }
}

/// <summary>Shares in words: "5 of 18 (28 %)", and what to say when there are too few.</summary>
internal static class ShareWords
{
    public static string Of(Share share) => share switch
    {
        { Whole: 0 } => "none yet",
        { Percent: { } percent } => string.Create(CultureInfo.InvariantCulture, $"{share.Part} of {share.Whole} ({percent} %)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{share.Part} of {share.Whole}, too few for a percentage"),
    };
}
