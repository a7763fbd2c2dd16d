using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace IncidentBot.Benchmarks.Hosting;

/// <summary>How long something takes once it is warm, in milliseconds: what half of the runs need, and all but the slowest 5 %.</summary>
internal sealed record Cost(double P50, double P95)
{
    private const int Runs = 40;
    private const int Warm = 5;

    public static async Task<Cost> OfAsync(WebApplication app, Func<IServiceProvider, int, Task> work)
    {
        var times = new List<double>();
        for (var run = 0; run < Warm + Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await app.InScopeAsync(services => work(services, run));
            if (run >= Warm)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return new Cost(times[times.Count / 2], times[times.Count * 95 / 100]);
    }
}
