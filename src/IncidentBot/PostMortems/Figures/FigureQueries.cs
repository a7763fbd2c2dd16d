using IncidentBot.Domain.Incidents;
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

    /// <summary>Those of them that started in the period.</summary>
    public static IQueryable<Incident> StartedIn(this IncidentDb db, FigureWindow window) =>
        db.CountedIn(window).Where(incident => incident.StartedAt >= window.From && incident.StartedAt < window.Until);
}
