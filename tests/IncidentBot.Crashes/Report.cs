using IncidentBot.Crashes.Pictures;
using IncidentBot.Crashes.Stories;
using IncidentBot.Storage;

namespace IncidentBot.Crashes;

/// <summary>The table of all kills, and what came out differently after them.</summary>
internal sealed class Report(StorageProvider provider, ITestOutputHelper output)
{
    private const int MostLines = 40;

    private static readonly string? File = Environment.GetEnvironmentVariable("INCIDENTBOT_CRASH_REPORT");

    private readonly List<string> _differences = [];
    private readonly List<string> _notReached = [];

    public int Killed { get; private set; }

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Named moments that the story never passed: a point that tests nothing.</summary>
    public IReadOnlyList<string> NotReached => _notReached;

    public void Add(string plan, Told unkilled, Told told)
    {
        var difference = Difference.Between(unkilled.Picture, told.Picture);
        foreach (var death in told.Deaths)
        {
            Write($"| {plan} | {death.Kill.Name} | {death.Kill.Step} | {provider} | {death.Moment ?? "not reached"} | {(difference.Count == 0 ? "as if unkilled" : "DIFFERENT")} |");
        }

        Killed += told.Deaths.Count(death => death.Moment is not null);
        _notReached.AddRange(told.Deaths.Where(death => death is { Moment: null, Kill.IsRandom: false }).Select(death => $"{death.Kill}"));
        if (difference.Count == 0)
        {
            return;
        }

        string[] lines = [$"After the kills of \"{plan}\" on {provider}:", .. told.Deaths.Select(death => $"  {death.Kill.Step}: {death.Moment ?? "not reached"}"), .. difference, .. told.StandardError.TakeLast(MostLines)];
        _differences.AddRange(lines);
        Write(string.Join('\n', lines));
    }

    private void Write(string text)
    {
        output.WriteLine(text);
        if (File is { Length: > 0 })
        {
            System.IO.File.AppendAllText(File, text + "\n");
        }
    }
}
