using IncidentBot.Crashes.Hosting;
using IncidentBot.Crashes.Snapshots;
using IncidentBot.Storage;

namespace IncidentBot.Crashes.Stories;

/// <summary>The result of a run: what people see, what is stored, and where the service was killed on the way.</summary>
internal sealed record StoryResult(
    IReadOnlyList<string> Snapshot,
    IReadOnlyList<KillOutcome> Outcomes,
    IReadOnlyList<(string Step, string Checkpoint)> Checkpoints,
    IReadOnlyList<string> Output)
{
    /// <summary>Runs the story on an empty database. If it cannot finish, the snapshot says where it stopped.</summary>
    public static async Task<StoryResult> RunAsync(StorageProvider provider, IEnumerable<Kill> kills)
    {
        await using var database = await CrashDatabase.CreateAsync(provider);
        await using var cluster = await TestCluster.StartAsync(database, CheckoutIsDown.Start);
        var runner = new CrashStoryRunner(cluster, kills);
        var story = new CheckoutIsDown(runner);
        try
        {
            await story.RunAsync();
            var normalizer = new TextNormalizer(runner.Steps, story.Number);
            string[] snapshot = [.. SlackSnapshot.Of(cluster.Slack, normalizer), .. await TablesAsync(database, normalizer)];
            return new StoryResult(snapshot, cluster.Outcomes, runner.Checkpoints, cluster.Output);
        }
        catch (Exception exception) when (runner.HasKills)
        {
            string[] stopped = [$"The story stopped at \"{runner.Steps[^1].Name}\": {exception}"];
            return new StoryResult(stopped, cluster.Outcomes, runner.Checkpoints, cluster.Output);
        }
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(CrashDatabase database, TextNormalizer normalizer)
    {
        await using var connection = await database.OpenAsync();
        return await TableSnapshot.OfAsync(connection, normalizer);
    }
}
