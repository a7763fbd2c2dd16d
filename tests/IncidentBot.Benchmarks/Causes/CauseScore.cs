namespace IncidentBot.Benchmarks.Causes;

/// <summary>How often the right class was among the first three, and how often new was called new.</summary>
internal sealed class CauseScore
{
    public const int Top = 3;

    private readonly Dictionary<string, (int Right, int PriorRight, int All)> _classes = new(StringComparer.Ordinal);

    private int _new;
    private int _newCalledNew;
    private int _knownCalledNew;

    public int Known => _classes.Values.Sum(each => each.All);

    public double Micro => Share(_classes.Values.Sum(each => each.Right), Known);

    public double PriorMicro => Share(_classes.Values.Sum(each => each.PriorRight), Known);

    public double Macro => _classes.Values.Select(each => Share(each.Right, each.All)).DefaultIfEmpty().Average();

    public double PriorMacro => _classes.Values.Select(each => Share(each.PriorRight, each.All)).DefaultIfEmpty().Average();

    public double NewCalledNew => Share(_newCalledNew, _new);

    public double KnownCalledNew => Share(_knownCalledNew, Known);

    public int New => _new;

    public int Classes => _classes.Count;

    /// <summary>Measures one line before it is learned.</summary>
    public void Add(CauseHistory past, string name, IReadOnlyList<string> suggestions, bool isNew)
    {
        if (!past.Knows(name))
        {
            _new++;
            _newCalledNew += isNew ? 1 : 0;
            return;
        }

        var (right, prior, all) = _classes.GetValueOrDefault(name);
        _classes[name] = (
            right + (suggestions.Take(Top).Contains(name) ? 1 : 0), prior + (past.ByFrequency().Take(Top).Contains(name) ? 1 : 0), all + 1);
        _knownCalledNew += isNew ? 1 : 0;
    }

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
}
