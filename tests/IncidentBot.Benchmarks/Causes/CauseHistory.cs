using IncidentBot.Domain.Causes;

namespace IncidentBot.Benchmarks.Causes;

/// <summary>The lines read so far: what an index knows of them, and how frequent each class is.</summary>
internal sealed class CauseHistory
{
    private readonly CauseIndex _index = new();
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _names = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool Knows(string name) => _ids.ContainsKey(name);

    public (IReadOnlyList<string> Suggestions, bool IsNew) Rank(CauseText text)
    {
        var ranking = _index.Rank(text);
        return ([.. ranking.Suggestions.Select(each => _names[each.Class])], ranking.IsNew);
    }

    /// <summary>The most frequent classes first: what any suggestion has to beat.</summary>
    public IEnumerable<string> ByFrequency() =>
        _counts.OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key);

    public void Learn(CauseText text, string name)
    {
        if (!_ids.TryGetValue(name, out var id))
        {
            id = new Guid(_ids.Count + 1, 0, 0, new byte[8]);
            _ids[name] = id;
            _names[id] = name;
            _index.Describe(id, name, []);
        }

        _index.Learn(id, text);
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }
}
