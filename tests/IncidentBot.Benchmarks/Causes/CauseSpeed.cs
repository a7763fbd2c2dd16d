using System.Diagnostics;
using IncidentBot.Domain.Causes;

namespace IncidentBot.Benchmarks.Causes;

/// <summary>Measures how long a ranking takes with many past incidents, made by mixing the sentences of a file.</summary>
internal static class CauseSpeed
{
    private const int Classes = 1_000;
    private const int Learned = 200;
    private const int Ranked = 1_000;

    public static int Print(string path, int incidents, TextWriter output)
    {
        var texts = File.ReadLines(path).Select(line => CauseLine.Read(line).Text).ToList();
        var random = new Random(1);
        var ids = Enumerable.Range(1, Classes).Select(number => new Guid(number, 0, 0, new byte[8])).ToList();
        var (index, clock) = (new CauseIndex(), Stopwatch.StartNew());
        foreach (var (place, id) in ids.Index())
        {
            index.Describe(id, $"{texts[place % texts.Count].Title} {place}", []);
        }

        for (var number = 0; number < incidents; number++)
        {
            var (id, text) = (ids[random.Next(Classes)], Mixed(texts, random));
            if (number < incidents - Learned)
            {
                index.Add(id, text);
            }
            else
            {
                index.Learn(id, text);
            }
        }

        output.WriteLine($"{incidents} incidents of {Classes} classes indexed in {clock.ElapsedMilliseconds} ms");
        var times = new List<double>();
        for (var rank = 0; rank < Ranked; rank++)
        {
            var text = Mixed(texts, random);
            clock.Restart();
            index.Rank(text);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine($"A ranking takes {times[Ranked / 2]:0.0} ms, at the 95th percentile {times[Ranked * 95 / 100]:0.0} ms, "
            + $"at most {times[^1]:0.0} ms");
        return 0;
    }

    private static CauseText Mixed(List<CauseText> texts, Random random)
    {
        var (one, other) = (texts[random.Next(texts.Count)], texts[random.Next(texts.Count)]);
        var sentences = one.Gap.Split('.').Concat(other.Gap.Split('.')).ToArray();
        random.Shuffle(sentences);
        return one with { Gap = string.Join('.', sentences.Take(2)), Service = other.Service };
    }
}
