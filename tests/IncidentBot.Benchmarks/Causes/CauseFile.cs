using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IncidentBot.Benchmarks.Causes;

/// <summary>Suggests a class for each line of a file, made only from the lines before it, and measures the suggestions.</summary>
internal static class CauseFile
{
    private const int Broken = 2;
    private const int Shown = 5;
    private const int Shuffles = 20;

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// One object for each line on the output; the figures on the other output, each beside what frequency alone reaches.
    /// </summary>
    public static int Suggest(string path, TextWriter output, TextWriter figures)
    {
        if (Read(path, figures) is not { } lines)
        {
            return Broken;
        }

        var score = Measure(lines, (_, suggestions, isNew) =>
            output.WriteLine(JsonSerializer.Serialize(new { suggestions = suggestions.Take(Shown), isNew }, Plain)));
        Print("in order", [score], figures);
        return 0;
    }

    /// <summary>The same figures for other orders of the lines and for parts of the time: how far chance moves them.</summary>
    public static int Stability(string path, TextWriter figures)
    {
        if (Read(path, figures) is not { } lines)
        {
            return Broken;
        }

        var random = new Random(1);
        var orders = Enumerable.Range(0, Shuffles).Select(_ =>
        {
            var order = lines.ToArray();
            random.Shuffle(order);
            return Measure(order);
        });
        Print("in order", [Measure(lines)], figures);
        Print("first half of the time", [Measure([.. lines.Take(lines.Count / 2)])], figures);
        Print("second half of the time", [Measure([.. lines.Skip(lines.Count / 2)])], figures);
        Print($"{Shuffles} other orders, mean", [.. orders], figures);
        Print("each line after all others", [LeaveOneOut(lines)], figures);
        return 0;
    }

    private static CauseScore Measure(IReadOnlyList<CauseLine> lines, Action<CauseLine, IReadOnlyList<string>, bool>? tell = null)
    {
        var (past, score) = (new CauseHistory(), new CauseScore());
        foreach (var line in lines)
        {
            var (suggestions, isNew) = past.Rank(line.Text);
            tell?.Invoke(line, suggestions, isNew);
            if (line.Class is { } name)
            {
                score.Add(past, name, suggestions, isNew);
                past.Learn(line.Text, name);
            }
        }

        return score;
    }

    private static CauseScore LeaveOneOut(IReadOnlyList<CauseLine> lines)
    {
        var score = new CauseScore();
        for (var left = 0; left < lines.Count; left++)
        {
            var past = new CauseHistory();
            foreach (var (_, line) in lines.Index().Where(each => each.Index != left && each.Item.Class is not null))
            {
                past.Learn(line.Text, line.Class!);
            }

            if (lines[left].Class is { } name)
            {
                var (suggestions, isNew) = past.Rank(lines[left].Text);
                score.Add(past, name, suggestions, isNew);
            }
        }

        return score;
    }

    private static List<CauseLine>? Read(string path, TextWriter errors)
    {
        if (!File.Exists(path))
        {
            errors.WriteLine($"There is no file {path}.");
            return null;
        }

        var lines = new List<CauseLine>();
        foreach (var (index, text) in File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            try
            {
                lines.Add(CauseLine.Read(text));
            }
            catch (JsonException)
            {
                errors.WriteLine($"Line {index + 1} is not JSON with \"at\", \"service\", \"title\", \"text\" and \"class\".");
                return null;
            }
        }

        return lines;
    }

    private static void Print(string what, IReadOnlyList<CauseScore> scores, TextWriter figures)
    {
        string Mean(Func<CauseScore, double> value) => scores.Average(value).ToString("0.000", CultureInfo.InvariantCulture);
        string Count(Func<CauseScore, int> value) => scores.Average(value).ToString("0", CultureInfo.InvariantCulture);
        figures.WriteLine($"{what}: {Count(each => each.Known)} lines with a known class of {Count(each => each.Classes)}, "
            + $"{Count(each => each.New)} with a new class");
        Line("micro top 3", each => each.Micro, each => each.PriorMicro);
        Line("macro top 3", each => each.Macro, each => each.PriorMacro);
        Line("new called new", each => each.NewCalledNew, _ => 0);
        Line("known called new", each => each.KnownCalledNew, _ => 0);

        void Line(string name, Func<CauseScore, double> value, Func<CauseScore, double> prior) =>
            figures.WriteLine($"  {name,-17} {Mean(value)}  (frequency alone {Mean(prior)})");
    }
}
