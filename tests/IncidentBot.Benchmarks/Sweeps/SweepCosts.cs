using System.Diagnostics;
using System.Globalization;
using IncidentBot.Benchmarks.Hosting;
using IncidentBot.Cards;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Benchmarks.Sweeps;

/// <summary>
/// What each sweep and one home tab cost over a short and over a long stored history. What is finished must cost nothing, so both columns
/// should be the same.
/// </summary>
internal static class SweepCosts
{
    private const int Runs = 9;

    public static async Task<int> PrintAsync(int few, int many, TextWriter output)
    {
        var small = await MeasureAsync(few);
        var large = await MeasureAsync(many);
        await output.WriteLineAsync(Line("", $"{few}", $"{many}", "ratio", "KB", "KB", "ratio"));
        foreach (var name in small.Keys)
        {
            await output.WriteLineAsync(LineOf(name, small[name], large[name]));
        }

        await output.WriteLineAsync(LineOf("together", Cost.Sum(small.Values), Cost.Sum(large.Values)));
        return 0;
    }

    private static string LineOf(string name, Cost small, Cost large) => Line(
        name,
        Number($"{small.Milliseconds:0.00}"),
        Number($"{large.Milliseconds:0.00}"),
        Number($"{large.Milliseconds / small.Milliseconds:0.0}"),
        Number($"{small.Kilobytes:0}"),
        Number($"{large.Kilobytes:0}"),
        Number($"{large.Kilobytes / small.Kilobytes:0.0}"));

    private static string Number(FormattableString number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Line(string name, params string[] columns) =>
        $"{name,-24}{string.Concat(columns.Select(column => $"{column,10}"))}";

    private static async Task<IReadOnlyDictionary<string, Cost>> MeasureAsync(int finished)
    {
        var folder = Directory.CreateTempSubdirectory("sweeps-");
        try
        {
            await using var app = BenchmarkHost.Build(
                StorageProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "incidentbot.db")}");
            await app.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<IncidentDb>();
                await db.Database.MigrateAsync();
                await new StoredHistory(db, BenchmarkHost.Now).WriteAsync(finished);
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
            });
            var costs = new Dictionary<string, Cost>(StringComparer.Ordinal);
            foreach (var sweep in app.Services.GetRequiredService<SweepTable>().Rows.Select(row => row.Sweep))
            {
                costs[sweep.Name] = await CostAsync(
                    app, services => ((ISweep)services.GetRequiredService(sweep)).RunAsync(BenchmarkHost.Now, CancellationToken.None));
            }

            costs["home tab"] = await CostAsync(
                app, services => services.GetRequiredService<HomeTab>().RenderAsync(StoredHistory.Reader, CancellationToken.None));
            return costs;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// The median of several runs, each in a scope of its own; the first ones do the work that is due and compile the queries.
    /// </summary>
    private static async Task<Cost> CostAsync(WebApplication app, Func<IServiceProvider, Task> work)
    {
        await app.InScopeAsync(work);
        await app.InScopeAsync(work);
        var runs = new List<Cost>();
        for (var run = 0; run < Runs; run++)
        {
            var (allocated, watch) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
            await app.InScopeAsync(work);
            watch.Stop();
            runs.Add(new Cost(watch.Elapsed.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0));
        }

        return runs.OrderBy(cost => cost.Milliseconds).ElementAt(Runs / 2);
    }

    private sealed record Cost(double Milliseconds, double Kilobytes)
    {
        public static Cost Sum(IEnumerable<Cost> costs) =>
            costs.Aggregate((one, other) => new(one.Milliseconds + other.Milliseconds, one.Kilobytes + other.Kilobytes));
    }
}
