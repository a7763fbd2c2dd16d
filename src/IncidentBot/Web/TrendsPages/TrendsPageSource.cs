using IncidentBot.Domain.Incidents;
using IncidentBot.Features.Trends;
using IncidentBot.PostMortems.Figures;
using IncidentBot.Storage;
using IncidentBot.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Web.TrendsPages;

/// <summary>Reads the figures of <c>/incident trends</c>: the same for everyone, and titles only for those who may see them.</summary>
internal sealed class TrendsPageSource(IncidentDb db, TrendsReader trends, TimeProvider time)
{
    private const int MostRepeats = 50;

    public async Task<TrendsPageView> FindAsync(PageReader reader, int months, string service, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = new TrendsKey(months, TrendsPage.Repeats, "", service);
        var repeats = await trends.ReadAsync(key, now, cancellationToken);
        var health = await trends.ReadAsync(key with { Page = TrendsPage.Health }, now, cancellationToken);
        return new TrendsPageView(reader, key, repeats.Services, repeats.Repeats!, health.Health!)
        {
            Now = now,
            Again = await AgainAsync(reader, repeats.Repeats!, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<RepeatLine>> AgainAsync(PageReader reader, RepeatsView view, CancellationToken cancellationToken)
    {
        var rows = view.Repeats.Rows(new ListPage(0, MostRepeats)).Rows;
        var numbers = rows.Select(row => row.Number).ToList();
        var titles = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader.Id))
            .Where(incident => numbers.Contains(incident.Number))
            .ToDictionaryAsync(incident => incident.Number, incident => incident.Title, cancellationToken);
        var starts = view.Repeats.Again.ToDictionary(repeat => repeat.Incident.Number, repeat => repeat.Incident.At);
        return
        [
            .. rows.Select(row => new RepeatLine(
                row.Number,
                titles.GetValueOrDefault(row.Number),
                starts[row.Number],
                titles.ContainsKey(row.Number) ? row.Detail : "")),
        ];
    }
}
