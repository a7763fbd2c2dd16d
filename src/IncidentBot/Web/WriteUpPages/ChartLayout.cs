namespace IncidentBot.Web.WriteUpPages;

internal sealed record ChartText(double X, double Y, string Text, string Anchor, string Class);

internal sealed record ChartLine(double X1, double Y1, double X2, double Y2, string Class);

internal sealed record ChartBand(double X, double Y, double Width, double Height, string Class);

internal sealed record PlacedMark(double X, double Y, ChartMark Mark);

/// <summary>A timeline with its coordinates: wide for a screen and for paper, or tall for a phone. Both are to scale.</summary>
internal sealed class ChartLayout(double width, double height)
{
    // Of the font of the chart; a little more than most words need.
    private const double LetterWidth = 7.2;
    private const double Left = 86;
    private const double Right = 984;
    private const double LabelRow = 20;
    private const double MarkStep = 14;

    public double Width { get; } = width;

    public double Height { get; private set; } = height;

    public List<ChartText> Texts { get; } = [];

    public List<ChartLine> Lines { get; } = [];

    public List<ChartBand> Bands { get; } = [];

    public List<PlacedMark> Marks { get; } = [];

    public static ChartLayout Wide(ChartModel model, ReaderTime time)
    {
        var scale = model.ScaleFor(time);
        double X(DateTimeOffset at) => Left + (scale.Of(at) * (Right - Left));
        var labels = Labels(model, X);
        var top = (labels.Count == 0 ? 0 : labels.Max(label => label.Row) + 1) * LabelRow;
        var (events, signals, axis) = (top + 50, top + 98, top + 132);
        var chart = new ChartLayout(1000, axis + 34);
        if (model.Quiet is { } quiet)
        {
            chart.Bands.Add(new ChartBand(X(quiet.Start), top + 10, X(quiet.End) - X(quiet.Start), axis - top - 10, "quiet"));
            chart.Texts.Add(Quiet(quiet, (X(quiet.Start) + X(quiet.End)) / 2, axis - 8));
        }

        foreach (var (at, label, row, isEnd) in labels)
        {
            var y = (row * LabelRow) + 14;
            chart.Lines.Add(new ChartLine(X(at), y + 5, X(at), axis, "milestone"));
            chart.Texts.Add(new ChartText(X(at), y, label, isEnd ? "end" : "start", "milestone"));
        }

        chart.Lines.Add(new ChartLine(Left, axis, Right, axis, "axis"));
        if (model.Incident is { Start: { } start, End: { } end })
        {
            chart.Lines.Add(new ChartLine(X(start), axis, X(end), axis, "incident"));
        }

        chart.Texts.Add(new ChartText(0, events + 4, "Events", "start", "lane"));
        chart.Texts.Add(new ChartText(0, signals + 4, "Signals", "start", "lane"));
        foreach (var tick in scale.Ticks())
        {
            chart.Lines.Add(new ChartLine(X(tick.At), axis, X(tick.At), axis + 6, "axis"));
            chart.Texts.Add(new ChartText(Math.Min(X(tick.At), Right - 8), axis + 24, tick.Label, "middle", "tick"));
        }

        chart.Marks.AddRange(Beside(model.Marks, X).OrderBy(each => each.Mark.At).Select(each =>
            new PlacedMark(X(each.Mark.At), (each.Mark.IsSignal ? signals : events) - (each.Level * MarkStep), each.Mark)));
        return chart;
    }

    public static ChartLayout Tall(ChartModel model, ReaderTime time)
    {
        const double top = 20;
        const double axis = 92;
        const double label = 162;
        var scale = model.ScaleFor(time);
        var length = Math.Max(300, model.Milestones.Count * LabelRow * 1.6);
        double Y(DateTimeOffset at) => top + (scale.Of(at) * length);
        var chart = new ChartLayout(340, length + (2 * top));
        if (model.Quiet is { } quiet)
        {
            chart.Bands.Add(new ChartBand(axis, Y(quiet.Start), label - axis - 6, Y(quiet.End) - Y(quiet.Start), "quiet"));
        }

        chart.Lines.Add(new ChartLine(axis, top, axis, top + length, "axis"));
        if (model.Incident is { Start: { } start, End: { } end })
        {
            chart.Lines.Add(new ChartLine(axis, Y(start), axis, Y(end), "incident"));
        }

        foreach (var tick in scale.Ticks())
        {
            chart.Lines.Add(new ChartLine(axis - 6, Y(tick.At), axis, Y(tick.At), "axis"));
            chart.Texts.Add(new ChartText(axis - 10, Y(tick.At) + 4, tick.Label, "end", "tick"));
        }

        chart.AddTallLabels(model, Y, axis, label);
        chart.Marks.AddRange(model.Marks.Select(mark => new PlacedMark(axis + (mark.IsSignal ? 48 : 22), Y(mark.At), mark)));
        return chart;
    }

    /// <summary>A label that would hide the one before stands below it, with a line to its moment.</summary>
    private void AddTallLabels(ChartModel model, Func<DateTimeOffset, double> place, double axis, double left)
    {
        var free = double.MinValue;
        foreach (var (at, text) in model.Milestones)
        {
            var y = Math.Max(place(at), free);
            free = y + LabelRow;
            Lines.Add(new ChartLine(axis, place(at), left - 4, y, "milestone"));
            Texts.Add(new ChartText(left, y + 4, text, "start", "milestone"));
        }

        Height = Math.Max(Height, free);
    }

    /// <summary>Marks of one moment stand above each other, three at most: more would leave their lane.</summary>
    private static IEnumerable<(ChartMark Mark, int Level)> Beside(IEnumerable<ChartMark> marks, Func<DateTimeOffset, double> x)
    {
        foreach (var lane in marks.GroupBy(mark => mark.IsSignal))
        {
            var (before, level) = (double.MinValue, 0);
            foreach (var mark in lane.OrderBy(mark => mark.At))
            {
                level = x(mark.At) - before < MarkStep ? (level + 1) % 3 : 0;
                before = x(mark.At);
                yield return (mark, level);
            }
        }
    }

    private static ChartText Quiet(QuietPeriod quiet, double middle, double y)
    {
        var half = quiet.Label.Length * LetterWidth / 2;
        return new ChartText(Math.Clamp(middle, Left + half, Right - half), y, quiet.Label, "middle", "quiet");
    }

    /// <summary>Each label stands in the first row in which it hides no other.</summary>
    private static List<(DateTimeOffset At, string Label, int Row, bool IsEnd)> Labels(ChartModel model, Func<DateTimeOffset, double> x)
    {
        var ends = new List<double>();
        var placed = new List<(DateTimeOffset, string, int, bool)>();
        foreach (var (at, label) in model.Milestones)
        {
            var length = (label.Length * LetterWidth) + 12;
            var isEnd = x(at) + length > Right + 16;
            var (from, to) = isEnd ? (x(at) - length, x(at)) : (x(at), x(at) + length);
            var row = ends.FindIndex(end => end <= from);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(to);
            }
            else
            {
                ends[row] = to;
            }

            placed.Add((at, label, row, isEnd));
        }

        return placed;
    }
}
