using System.Diagnostics;
using System.Globalization;
using IncidentBot.Benchmarks.Years;
using IncidentBot.Operations;
using IncidentBot.PostMortems.Search;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Benchmarks.Hosting;

/// <summary>
/// The service over a database with years of incidents. It is filled once and kept, because filling a long one takes minutes.
/// </summary>
internal static class StoredYears
{
    public static async Task<WebApplication> OpenAsync(StorageProvider provider, string where, int incidents, TextWriter output)
    {
        var app = BenchmarkHost.Build(provider, provider is StorageProvider.Sqlite ? $"Data Source={where}" : where);
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<IncidentDb>();
            await db.Database.MigrateAsync();
            if (!await db.Incidents.AnyAsync())
            {
                await YearsOfIncidents.FillAsync(db, new YearsOptions(incidents, BenchmarkHost.Now));
            }

            await FiguresOfEarlierReleases.WriteAsync(db, CancellationToken.None);
            if (!await db.SearchRows.AnyAsync())
            {
                await db.Database.ExecuteSqlRawAsync("INSERT INTO stale_searches (incident_number) SELECT number FROM incidents");
            }
        });
        var (watch, written) = (Stopwatch.StartNew(), 0);
        for (var one = 1; one > 0; written += one)
        {
            one = await app.Services.GetRequiredService<SearchIndex>().CatchUpAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        }

        if (written > 0)
        {
            await app.InScopeAsync(services => VacuumAsync(services.GetRequiredService<IncidentDb>()));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{written} incidents indexed in {watch.Elapsed.TotalSeconds:0} s"));
        }

        return app;
    }

    /// <summary>PostgreSQL does this by itself within minutes, unless it was told not to.</summary>
    private static Task VacuumAsync(IncidentDb db) =>
        db.Database.IsNpgsql() ? db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE") : Task.CompletedTask;
}
