using IncidentBot.Crashes.Hosting;
using IncidentBot.Crashes.Stories;

namespace IncidentBot.Crashes;

/// <summary>Kills that a seed chooses, from all the moments that the service passed in a telling without any.</summary>
internal static class RandomKills
{
    // One in so many is a kill by the clock on the wall, which no seed can repeat.
    private const int ByTheClock = 6;
    private const int LongestFuse = 400;

    /// <summary>So many kills for one telling, at most two in a step.</summary>
    public static IReadOnlyList<Kill> Choose(Told unkilled, int seed, int count)
    {
        // A test's dice: chosen by seed so that they fall the same way again.
        var dice = new Random(seed);
        var kills = new List<Kill>();
        while (kills.Count < count)
        {
            var at = dice.Next(unkilled.Moments.Count);
            var (step, moment) = unkilled.Moments[at];
            if (kills.Count(kill => kill.Step == step) < 2)
            {
                kills.Add(dice.Next(ByTheClock) == 0 ? Fuse(step, dice) : At(unkilled, at));
            }
        }

        return [.. kills.OrderBy(kill => unkilled.Moments.Select(each => each.Step).ToList().IndexOf(kill.Step))];
    }

    private static Kill Fuse(string step, Random dice) => new("random, by the clock on the wall", step, null, Milliseconds: dice.Next(LongestFuse)) { IsRandom = true };

    /// <summary>This very moment: that of its kind in its step, counted.</summary>
    private static Kill At(Told unkilled, int at)
    {
        var (step, moment) = unkilled.Moments[at];
        var nth = unkilled.Moments.Take(at + 1).Count(each => each == (step, moment));
        return new Kill("random", step, $"^{System.Text.RegularExpressions.Regex.Escape(moment)}$", nth) { IsRandom = true };
    }
}
