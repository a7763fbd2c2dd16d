using System.Globalization;
using IncidentBot.Crashes.Stories;
using IncidentBot.Storage;

namespace IncidentBot.Crashes;

/// <summary>
/// The service is killed with SIGKILL and restarted again and again while a story runs. At the end, Slack and the tables must
/// look as they do in a run without kills. <c>INCIDENTBOT_CRASH_KILLS=40</c> sets the number of kills on each engine,
/// <c>INCIDENTBOT_CRASH_SEED=7</c> chooses other random kills, and <c>INCIDENTBOT_CRASH_REPORT=file</c> writes the report to a file.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int RandomKillsPerRun = 12;

    private static readonly int Wanted = Number("INCIDENTBOT_CRASH_KILLS", 0);
    private static readonly int FirstSeed = Number("INCIDENTBOT_CRASH_SEED", 1);

    /// <summary>The run without kills. It serves both engines, because the tables of both must hold the same.</summary>
    private static readonly Lazy<Task<StoryResult>> Baseline = new(() => StoryResult.RunAsync(StorageProvider.Sqlite, []));

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task However_often_the_service_is_killed_everything_happens_once_and_in_order(StorageProvider provider)
    {
        var report = new Report(provider, output);
        var baseline = await Baseline.Value;
        foreach (var group in Wanted > 0 ? KillPoints.All : [KillPoints.FewOn(provider)])
        {
            report.Add("named", baseline, await StoryResult.RunAsync(provider, group));
        }

        for (var seed = FirstSeed; Wanted > 0 && (report.Killed < Wanted || seed < FirstSeed + 2); seed++)
        {
            var kills = RandomKills.Choose(baseline, seed, RandomKillsPerRun);
            report.Add(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"), baseline, await StoryResult.RunAsync(provider, kills));
        }

        Assert.True(report.Differences.Count == 0, string.Join('\n', report.Differences));
        Assert.Empty(report.NotReached);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
