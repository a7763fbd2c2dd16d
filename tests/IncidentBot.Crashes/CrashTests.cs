using System.Globalization;
using IncidentBot.Crashes.Stories;
using IncidentBot.Storage;

namespace IncidentBot.Crashes;

/// <summary>
/// The service is killed with SIGKILL again and again while a story goes on, and started again; in the end people must see
/// and the tables must hold what they do when nothing happened. <c>INCIDENTBOT_CRASH_KILLS=40</c> asks for that many kills
/// on each engine, <c>INCIDENTBOT_CRASH_SEED=7</c> for other random ones, and <c>INCIDENTBOT_CRASH_REPORT=file</c> keeps the table.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int RandomInATelling = 12;

    private static readonly int Wanted = Number("INCIDENTBOT_CRASH_KILLS", 0);
    private static readonly int FirstSeed = Number("INCIDENTBOT_CRASH_SEED", 1);

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task However_often_the_service_is_killed_everything_happens_once_and_in_order(StorageProvider provider)
    {
        var report = new Report(provider, output);
        var unkilled = await Told.WithAsync(provider, []);
        foreach (var group in Wanted > 0 ? KillPoints.All : [KillPoints.Few])
        {
            report.Add("named", unkilled, await Told.WithAsync(provider, group));
        }

        for (var seed = FirstSeed; Wanted > 0 && (report.Killed < Wanted || seed < FirstSeed + 2); seed++)
        {
            var kills = RandomKills.Choose(unkilled, seed, RandomInATelling);
            report.Add(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"), unkilled, await Told.WithAsync(provider, kills));
        }

        Assert.True(report.Differences.Count == 0, string.Join('\n', report.Differences));
        Assert.Empty(report.NotReached);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
