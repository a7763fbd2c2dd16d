using IncidentBot.Crashes.Hosting;
using IncidentBot.Crashes.Stories;

namespace IncidentBot.Crashes;

/// <summary>Kills that a seed chooses from all the checkpoints of the baseline run.</summary>
internal static class RandomKills
{
    // One in six happens after a delay instead of at a checkpoint; no seed can repeat those exactly.
    private const int TimedOneIn = 6;
    private const int LongestDelay = 400;

    /// <summary>The kills for one run, at most two in a step.</summary>
    public static IReadOnlyList<Kill> Choose(StoryResult baseline, int seed, int count)
    {
        // Seeded, so that a failing run can be repeated.
        var random = new Random(seed);
        var kills = new List<Kill>();
        while (kills.Count < count)
        {
            var at = random.Next(baseline.Checkpoints.Count);
            var (step, checkpoint) = baseline.Checkpoints[at];
            if (kills.Count(kill => kill.Step == step) < 2)
            {
                kills.Add(random.Next(TimedOneIn) == 0 ? Delayed(step, random) : At(baseline, at));
            }
        }

        return [.. kills.OrderBy(kill => baseline.Checkpoints.Select(each => each.Step).ToList().IndexOf(kill.Step))];
    }

    private static Kill Delayed(string step, Random random) =>
        new("random, after a delay", step, null, Milliseconds: random.Next(LongestDelay)) { IsRandom = true };

    /// <summary>Kills at exactly this checkpoint, found again by counting equal ones within the step.</summary>
    private static Kill At(StoryResult baseline, int at)
    {
        var (step, checkpoint) = baseline.Checkpoints[at];
        var nth = baseline.Checkpoints.Take(at + 1).Count(each => each == (step, checkpoint));
        return new Kill("random", step, $"^{System.Text.RegularExpressions.Regex.Escape(checkpoint)}$", nth) { IsRandom = true };
    }
}
