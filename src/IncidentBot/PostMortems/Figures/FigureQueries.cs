using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Figures;

/// <summary>The incidents that figures are about.</summary>
internal static class FigureQueries
{
    /// <summary>Those that count in metrics, private ones too, of all services or one.</summary>
    public static IQueryable<Incident> CountedIn(this IncidentDb db, FigureWindow window)
    {
        var counted = db.Incidents.AsNoTracking().Where(IncidentMetrics.Counted);
        return window.Spellings is { } service
            ? counted.Where(incident => incident.Service != null && service.Contains(incident.Service))
            : counted;
    }

    /// <summary>The post-mortems whose write-up was published in the period.</summary>
    public static IQueryable<PostMortem> PublishedIn(this IncidentDb db, FigureWindow window)
    {
        var published = db.PostMortems.AsNoTracking()
            .Where(each => each.WriteUp.PublishedAt >= window.From && each.WriteUp.PublishedAt < window.Until);
        if (window.Spellings is null)
        {
            var leftOut = db.LeftOutNumbers();
            return published.Where(each => !leftOut.Contains(each.IncidentNumber));
        }

        var counted = db.CountedIn(window).Select(incident => incident.Number);
        return published.Where(each => counted.Contains(each.IncidentNumber));
    }

    /// <summary>
    /// The numbers of the incidents that don't count. They are few, so checking against them is quicker than reading each incident.
    /// </summary>
    public static IQueryable<int> LeftOutNumbers(this IncidentDb db) =>
        db.Incidents.Where(IncidentMetrics.LeftOut).Select(incident => incident.Number);

    /// <summary>The services of the public ones that started in the period, the most frequent first.</summary>
    public static async Task<IReadOnlyList<string>> ServicesInAsync(
        this IncidentDb db, FigureWindow window, CancellationToken cancellationToken)
    {
        var services = await db.StartedIn(window with { Spellings = null }).Where(IncidentVisibility.Listed)
            .Where(incident => incident.Service != null)
            .GroupBy(incident => incident.Service!).Select(of => new { Service = of.Key, Count = of.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. services.GroupBy(each => ServiceName.Key(each.Service))
                .OrderByDescending(same => same.Sum(each => each.Count)).Select(same => same.MaxBy(each => each.Count)!.Service),
        ];
    }

    /// <summary>Those of them that started in the period.</summary>
    public static IQueryable<Incident> StartedIn(this IncidentDb db, FigureWindow window) =>
        db.CountedIn(window).Where(incident => incident.StartedAt >= window.From && incident.StartedAt < window.Until);
}
