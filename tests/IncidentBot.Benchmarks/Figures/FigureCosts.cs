using System.Globalization;
using IncidentBot.Benchmarks.Hosting;
using IncidentBot.Benchmarks.Years;
using IncidentBot.Cards;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Features.Causes;
using IncidentBot.Features.Digests;
using IncidentBot.Features.Trends;
using IncidentBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Benchmarks.Figures;

/// <summary>
/// How long people wait for trends, causes, the home tab and the digest, over a short and over a long history. The goal is 200 ms for all
/// but the slowest 5 %, and at most four times what the short history takes.
/// </summary>
internal static class FigureCosts
{
    private const double Goal = 200;
    private const double MostGrowth = 4;

    public static async Task<int> PrintAsync(string engine, string few, string many, TextWriter output)
    {
        var provider = Enum.Parse<StorageProvider>(engine, ignoreCase: true);
        await using var brief = await StoredYears.OpenAsync(provider, few, 1_000, output);
        await using var full = await StoredYears.OpenAsync(provider, many, 100_000, output);
        await output.WriteLineAsync($"{provider,-28}{"1,000",20}{"100,000",22}{"ratio",10}");
        await output.WriteLineAsync($"{"",-28}{"p50",10}{"p95",10}{"p50",12}{"p95",10}{"p50",10}  (ms)");
        foreach (var (name, work) in Measured())
        {
            var (before, after) = (await Cost.OfAsync(brief, work), await Cost.OfAsync(full, work));
            var missed = after.P95 > Goal || after.P50 > MostGrowth * Math.Max(before.P50, 5);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-28}{before.P50,10:0.0}{before.P95,10:0.0}{after.P50,12:0.0}{after.P95,10:0.0}{after.P50 / before.P50,10:0.0}")
                + (missed ? "  <--" : ""));
        }

        return 0;
    }

    private static IEnumerable<(string Name, Func<IServiceProvider, int, Task> Work)> Measured()
    {
        var (now, reader) = (BenchmarkHost.Now, YearsOfIncidents.Reader);
        foreach (var months in TrendsKey.Periods)
        {
            foreach (var page in Enum.GetValues<TrendsPage>())
            {
                yield return ($"{page}, {months} months", Trends(new TrendsKey(months, page, "", "")));
                yield return ($"{page}, {months} months, one", Trends(new TrendsKey(months, page, "", "Checkout")));
            }
        }

        yield return ("causes", (services, _) => services.GetRequiredService<CauseUses>().ListAsync(reader, CancellationToken.None));
        yield return ("home", (services, _) => services.GetRequiredService<HomeTab>().RenderAsync(reader, CancellationToken.None));
        yield return ("digest", (services, _) => services.GetRequiredService<PostDigest>().PartsAsync(now, CancellationToken.None));
        yield return ("quarterly page", (services, _) =>
            services.GetRequiredService<QuarterlyPage>().RenderAsync(Quarter.Of(now).Previous, now, CancellationToken.None));
    }

    private static Func<IServiceProvider, int, Task> Trends(TrendsKey key) => async (services, _) => TrendsModal.Render(
        await services.GetRequiredService<TrendsReader>().ReadAsync(key, BenchmarkHost.Now, CancellationToken.None), BenchmarkHost.Now);
}
