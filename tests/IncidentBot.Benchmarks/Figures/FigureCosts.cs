using System.Diagnostics;
using System.Globalization;
using IncidentBot.Benchmarks.Hosting;
using IncidentBot.Benchmarks.Years;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Features.Causes;
using IncidentBot.Features.Digests;
using IncidentBot.Features.Trends;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IncidentBot.Benchmarks.Figures;

/// <summary>
/// How long people wait for trends, causes and the digest, over a short and over a long history. The goal is 200 ms for the slowest of
/// twenty, and at most four times what the short history takes.
/// </summary>
internal static class FigureCosts
{
    private const int Warming = 5;
    private const int Runs = 40;

    public static async Task<int> PrintAsync(int few, int many, string? postgres, TextWriter output)
    {
        await output.WriteLineAsync($"{"",-28}{"p50",8}{"p95",8}{"p50",10}{"p95",8}{"ratio",8}");
        await output.WriteLineAsync($"{"",-28}{few,16}{many,18}");
        await CompareAsync("sqlite", few, many, SqliteAsync, output);
        if (postgres is not null)
        {
            await CompareAsync("postgres", few, many, (incidents, measure) => PostgresAsync(postgres, incidents, measure), output);
        }

        return 0;
    }

    private static async Task CompareAsync(
        string engine,
        int few,
        int many,
        Func<int, Func<WebApplication, Task<Dictionary<string, double[]>>>, Task<Dictionary<string, double[]>>> measure,
        TextWriter output)
    {
        var small = await measure(few, MeasureAsync);
        var large = await measure(many, MeasureAsync);
        foreach (var (name, short_) in small)
        {
            var (before, after) = (Percentiles(short_), Percentiles(large[name]));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{engine + " " + name,-28}{before.P50,8:0.0}{before.P95,8:0.0}{after.P50,10:0.0}{after.P95,8:0.0}"
                    + $"{after.P95 / before.P95,8:0.0}"));
        }
    }

    private static async Task<Dictionary<string, double[]>> SqliteAsync(
        int incidents, Func<WebApplication, Task<Dictionary<string, double[]>>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("figures-");
        try
        {
            return await FilledAsync(
                StorageProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "incidentbot.db")}", incidents, measure);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, double[]>> PostgresAsync(
        string server, int incidents, Func<WebApplication, Task<Dictionary<string, double[]>>> measure)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"figures_{incidents}");
        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name}");
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
            return await FilledAsync(StorageProvider.Postgres, connection, incidents, measure);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static async Task ExecuteAsync(string server, string statement)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Dictionary<string, double[]>> FilledAsync(
        StorageProvider provider, string connection, int incidents, Func<WebApplication, Task<Dictionary<string, double[]>>> measure)
    {
        await using var app = BenchmarkHost.Build(provider, connection);
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<IncidentDb>();
            await db.Database.MigrateAsync();
            await YearsOfIncidents.FillAsync(db, new YearsOptions(incidents, BenchmarkHost.Now) { Entries = 4 });
            if (provider == StorageProvider.Sqlite)
            {
                await db.Database.ExecuteSqlRawAsync("ANALYZE");
            }
        });
        return await measure(app);
    }

    private static async Task<Dictionary<string, double[]>> MeasureAsync(WebApplication app)
    {
        var now = BenchmarkHost.Now;
        var cause = Guid.Empty;
        await app.InScopeAsync(async services => cause = (await services.GetRequiredService<CauseUses>()
            .ListAsync(YearsOfIncidents.Reader, CancellationToken.None))[0].Class.Id);
        var measured = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var months in TrendsKey.Periods)
        {
            foreach (var page in Enum.GetValues<TrendsPage>())
            {
                var key = new TrendsKey(months, page, "", "");
                measured[$"{page}, {months} months"] = await TimesAsync(app, async services =>
                    TrendsModal.Render(
                        await services.GetRequiredService<TrendsReader>()
                            .ReadAsync(key, now, CancellationToken.None),
                        now));
            }
        }

        measured["causes list"] = await TimesAsync(app, services =>
            services.GetRequiredService<CauseUses>().ListAsync(YearsOfIncidents.Reader, CancellationToken.None));
        measured["class page"] = await TimesAsync(app, services =>
            services.GetRequiredService<CauseUses>().FindAsync(cause, YearsOfIncidents.Reader, CancellationToken.None));
        measured["digest"] = await TimesAsync(app, services =>
            services.GetRequiredService<PostDigest>().PartsAsync(now, CancellationToken.None));
        measured["quarterly page"] = await TimesAsync(app, services =>
            services.GetRequiredService<QuarterlyPage>().RenderAsync(Quarter.Of(now).Previous, now, CancellationToken.None));
        return measured;
    }

    private static async Task<double[]> TimesAsync(WebApplication app, Func<IServiceProvider, Task> work)
    {
        var times = new List<double>();
        for (var run = 0; run < Warming + Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await app.InScopeAsync(work);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return [.. times.Skip(Warming).Order()];
    }

    private static (double P50, double P95) Percentiles(double[] ordered) =>
        (ordered[ordered.Length / 2], ordered[(ordered.Length * 95 / 100) - 1]);
}
