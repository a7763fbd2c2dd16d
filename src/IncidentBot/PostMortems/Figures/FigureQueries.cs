using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Figures;

/// <summary>The incidents that figures are about.</summary>
internal static class FigureQueries
{
    /// <summary>Those that count in metrics, private ones too, of all services or one.</summary>
    public static IQueryable<FigureRow> CountedIn(this IncidentDb db, FigureWindow window)
    {
        var counted = db.FigureRows.AsNoTracking().Where(row => row.IsCounted);
        return window.Spellings is { } service
            ? counted.Where(row => row.Service != null && service.Contains(row.Service))
            : counted;
    }

    /// <summary>Those of them that started in the period.</summary>
    public static IQueryable<FigureRow> StartedIn(this IncidentDb db, FigureWindow window) =>
        db.CountedIn(window).Where(row => row.StartedAt >= window.From && row.StartedAt < window.Until);

    /// <summary>Those whose write-up was published in the period.</summary>
    public static IQueryable<FigureRow> PublishedIn(this IncidentDb db, FigureWindow window) =>
        db.CountedIn(window).Where(row => row.PublishedAt >= window.From && row.PublishedAt < window.Until);

    /// <summary>Those whose required post-mortem was due in the period.</summary>
    public static IQueryable<FigureRow> RequiredIn(this IncidentDb db, FigureWindow window) =>
        db.CountedIn(window).Where(row => row.RequiredAt >= window.From && row.RequiredAt < window.Until);

    /// <summary>Those whose meeting was held in the period, and who facilitated it is known.</summary>
    public static IQueryable<FigureRow> FacilitatedIn(this IncidentDb db, FigureWindow window) => db.CountedIn(window)
        .Where(row => row.HeldAt >= window.From && row.HeldAt < window.Until && row.Facilitator != null);

    /// <summary>Those whose structural gap was opened again in the period.</summary>
    public static IQueryable<FigureRow> ReopenedIn(this IncidentDb db, FigureWindow window) =>
        db.CountedIn(window).Where(row => row.ReopenedAt >= window.From && row.ReopenedAt < window.Until);

    /// <summary>The services of the public ones that started in the period, the most frequent first.</summary>
    public static async Task<IReadOnlyList<string>> ServicesInAsync(
        this IncidentDb db, FigureWindow window, CancellationToken cancellationToken)
    {
        var services = await db.StartedIn(window with { Spellings = null }).Where(row => !row.IsPrivate && row.Service != null)
            .GroupBy(row => row.Service!).Select(of => new { Service = of.Key, Count = of.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. services.GroupBy(each => ServiceName.Key(each.Service))
                .OrderByDescending(same => same.Sum(each => each.Count)).Select(same => same.MaxBy(each => each.Count)!.Service),
        ];
    }
}
