using System.Globalization;

namespace IncidentBot.Benchmarks.Blame;

/// <summary>Measures the precision and recall of the check on labelled sentences.</summary>
internal static class BlameQuality
{
    private sealed record Judged(bool Blameful, BlameLine Line, string? Rule, string? Words)
    {
        public bool Wrong => Blameful != Rule is not null;
    }

    public static int Print(TextWriter output, string? wrongOf)
    {
        foreach (var set in new[] { "tuning", "tuning-2", "tuning-3", "held-out", "held-out-2" })
        {
            var path = Path.Combine(AppContext.BaseDirectory, "Blame", $"{set}.tsv");
            if (!File.Exists(path))
            {
                output.WriteLine($"{set}: file not found");
                continue;
            }

            var judged = File.ReadLines(path).Select(Judge).ToList();
            PrintSet(output, set, judged);
            if (wrongOf == set)
            {
                PrintWrong(output, judged);
            }
        }

        return 0;
    }

    private static Judged Judge(string text)
    {
        var columns = text.Split('\t');
        var line = BlameLine.Read(columns[1..]) ?? throw new InvalidDataException($"Not a labelled sentence: {text}");
        var first = line.Findings() is [var finding, ..] ? finding : null;
        return new Judged(
            columns[0] == "blameful", line, first?.Rule, first is null ? null : line.Sentence.Substring(first.Start, first.Length));
    }

    private static void PrintSet(TextWriter output, string set, List<Judged> judged)
    {
        output.WriteLine($"{set}: {judged.Count} sentences, {judged.Count(one => one.Blameful)} blameful");
        PrintFigures(output, "overall", judged);
        foreach (var field in judged.GroupBy(one => one.Line.Field).OrderBy(field => field.Key))
        {
            PrintFigures(output, field.Key.ToString(), field);
        }

        var rules = judged.Where(one => one.Rule is not null).GroupBy(one => one.Rule);
        foreach (var rule in rules.OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            var right = rule.Count(one => one.Blameful);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {rule.Key,-20} precision {Share(right, rule.Count()):0.000} of {rule.Count()} flagged"));
        }
    }

    private static void PrintFigures(TextWriter output, string name, IEnumerable<Judged> some)
    {
        var judged = some.ToList();
        var right = judged.Count(one => one.Blameful && one.Rule is not null);
        var precision = Share(right, judged.Count(one => one.Rule is not null));
        var recall = Share(right, judged.Count(one => one.Blameful));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"  {name,-20} precision {precision:0.000}, recall {recall:0.000} of {judged.Count}"));
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static void PrintWrong(TextWriter output, List<Judged> judged)
    {
        foreach (var one in judged.Where(one => one.Wrong).OrderBy(one => one.Blameful))
        {
            var verdict = one.Blameful ? "missed" : $"false {one.Rule} [{one.Words}]";
            output.WriteLine($"  {verdict}\t{one.Line.Field}\t{one.Line.People}\t{one.Line.Sentence}");
        }
    }
}
