using System.Globalization;
using IncidentBot.Crashes.Hosting;
using IncidentBot.Crashes.Pictures;
using IncidentBot.Crashes.Stories;
using IncidentBot.Storage;

namespace IncidentBot.Crashes;

/// <summary>
/// The service is killed with SIGKILL again and again while a story goes on, and started again; in the end people must see
/// and the tables must hold what they do when nothing happened. <c>INCIDENTBOT_CRASH_KILLS=40</c> asks for that many kills
/// on each engine, <c>INCIDENTBOT_CRASH_SEED</c> chooses other random ones.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int RandomInATelling = 12;

    private static readonly int Wanted = Number("INCIDENTBOT_CRASH_KILLS", 0);
    private static readonly int Seed = Number("INCIDENTBOT_CRASH_SEED", 1);

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task However_often_the_service_is_killed_everything_happens_once_and_in_order(StorageProvider provider)
    {
        var unkilled = await Told.WithAsync(provider, []);
        var deaths = new List<Death>();
        var differences = new List<string>();
        foreach (var kills in Plans(unkilled))
        {
            var told = await Told.WithAsync(provider, kills);
            deaths.AddRange(told.Deaths);
            differences.AddRange(Report(unkilled, told, kills));
            if (deaths.Count(death => death.Moment is not null) >= Wanted && differences.Count > 0)
            {
                break;
            }
        }

        foreach (var death in deaths)
        {
            output.WriteLine($"{provider} | {death.Kill.Name} | {death.Kill.Step} | {death.Moment ?? "not reached"}");
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.All(deaths.Where(death => !death.Kill.Name.StartsWith("random", StringComparison.Ordinal)), death => Assert.NotNull(death.Moment));
    }

    private static IEnumerable<IReadOnlyList<Kill>> Plans(Told unkilled)
    {
        if (Wanted == 0)
        {
            yield return KillPoints.Few;
            yield break;
        }

        var planned = 0;
        foreach (var group in KillPoints.All)
        {
            planned += group.Count;
            yield return group;
        }

        for (var seed = Seed; planned < Wanted || seed < Seed + 2; seed++)
        {
            planned += RandomInATelling;
            yield return RandomKills.Choose(unkilled, seed, RandomInATelling);
        }
    }

    private static IEnumerable<string> Report(Told unkilled, Told told, IReadOnlyList<Kill> kills)
    {
        var difference = Difference.Between(unkilled.Picture, told.Picture);
        return difference.Count == 0
            ? []
            : [$"After {kills.Count} kills:", .. told.Deaths.Select(death => $"  {death}"), .. difference, .. told.LastWords.TakeLast(40)];
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
