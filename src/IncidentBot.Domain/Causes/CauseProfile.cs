namespace IncidentBot.Domain.Causes;

/// <summary>What the index knows of one class: the sum of its texts, and the words of its names.</summary>
internal sealed class CauseProfile(Guid id)
{
    private double _length;
    private int _lengthAt = -1;

    public Guid Id => id;

    /// <summary>The name decides between classes of equal score, so that the order never depends on ids.</summary>
    public string Name { get; set; } = "";

    /// <summary>The stems of the name and of each synonym.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Names { get; set; } = [];

    public int Count { get; private set; }

    public Dictionary<string, double> Weights { get; } = new(StringComparer.Ordinal);

    public void Change(int by)
    {
        Count += by;
        _lengthAt = -1;
    }

    /// <summary>
    /// The length of the profile, where rare words count more. It is measured again when a hundredth more texts are known.
    /// </summary>
    public double Length(int texts, Func<string, double> rarity)
    {
        if (_lengthAt < 0 || texts > _lengthAt + (_lengthAt / 100))
        {
            var squares = 0.0;
            foreach (var (stem, weight) in Weights)
            {
                var each = weight * rarity(stem);
                squares += each * each;
            }

            (_length, _lengthAt) = (Math.Sqrt(squares), texts);
        }

        return _length;
    }
}
