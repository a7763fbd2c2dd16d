using System.Diagnostics;
using System.Globalization;
using IncidentBot.Benchmarks.Hosting;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Benchmarks.Years;

/// <summary>Writes years of incidents into a database that someone names, to look at them or to measure with another tool.</summary>
internal static class FillDatabase
{
    public static async Task<int> RunAsync(string engine, string where, int incidents, TextWriter output)
    {
        var provider = Enum.Parse<StorageProvider>(engine, ignoreCase: true);
        await using var app = BenchmarkHost.Build(provider, provider is StorageProvider.Sqlite ? $"Data Source={where}" : where);
        var watch = Stopwatch.StartNew();
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<IncidentDb>();
            await db.Database.MigrateAsync();
            await YearsOfIncidents.FillAsync(db, new YearsOptions(incidents, BenchmarkHost.Now));
            var entries = await db.TimelineEntries.CountAsync();
            var items = await db.ActionItems.CountAsync();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{incidents} incidents, {entries} timeline entries, {items} action items in {watch.Elapsed.TotalSeconds:0} s"));
        });
        return 0;
    }
}
