using IncidentBot.Crashes.Hosting;
using IncidentBot.Crashes.Snapshots;
using IncidentBot.Crashes.Stories;
using IncidentBot.Storage;

namespace IncidentBot.Crashes;

/// <summary>The table of all kills, and the differences that they caused.</summary>
internal sealed class Report(StorageProvider provider, ITestOutputHelper output)
{
    private const int MostLines = 40;

    private static readonly string? File = Environment.GetEnvironmentVariable("INCIDENTBOT_CRASH_REPORT");

    private readonly List<string> _differences = [];
    private readonly List<string> _notReached = [];

    public int Killed { get; private set; }

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Named kills whose checkpoint the story never reached, so they tested nothing.</summary>
    public IReadOnlyList<string> NotReached => _notReached;

    public void Add(string plan, StoryResult baseline, StoryResult result)
    {
        var difference = SnapshotDiff.Between(baseline.Snapshot, result.Snapshot);
        var verdict = difference.Count == 0 ? "same as baseline" : "DIFFERENT";
        foreach (var outcome in result.Outcomes)
        {
            Write($"| {plan} | {outcome.Kill.Name} | {outcome.Kill.Step} | {provider} | {Where(outcome)} | {verdict} |");
        }

        Killed += result.Outcomes.Count(outcome => outcome.Checkpoint is not null);
        _notReached.AddRange(result.Outcomes
            .Where(outcome => outcome is { Checkpoint: null, Kill.IsRandom: false })
            .Select(outcome => $"{outcome.Kill}"));
        if (difference.Count == 0)
        {
            return;
        }

        string[] lines =
        [
            $"After the kills of \"{plan}\" on {provider}:",
            .. result.Outcomes.Select(outcome => $"  {outcome.Kill.Step}: {Where(outcome)}"),
            .. difference,
            .. result.Output.TakeLast(MostLines),
        ];
        _differences.AddRange(lines);
        Write(string.Join('\n', lines));
    }

    private static string Where(KillOutcome outcome) => outcome.Checkpoint ?? "not reached";

    private void Write(string text)
    {
        output.WriteLine(text);
        if (File is { Length: > 0 })
        {
            System.IO.File.AppendAllText(File, text + "\n");
        }
    }
}
