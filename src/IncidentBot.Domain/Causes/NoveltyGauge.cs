namespace IncidentBot.Domain.Causes;

/// <summary>
/// Says whether a text is so far from all classes that it probably needs a new one. The scale is learned from the past: how near the
/// texts were whose class was known already.
/// </summary>
public sealed class NoveltyGauge
{
    /// <summary>A text farther away than all but this share of the known ones is called new.</summary>
    private const double FarShare = 0.08;

    /// <summary>How steeply the chance of being new falls with the share of known texts that were farther away.</summary>
    private const int Steepness = 4;

    private readonly List<double> _known = [];

    /// <summary>Records how near a text was whose class was known already.</summary>
    /// <param name="nearness">The nearness of the text's best class, before the text itself was learned.</param>
    public void Record(double nearness)
    {
        var place = _known.BinarySearch(nearness);
        _known.Insert(place < 0 ? ~place : place, nearness);
    }

    /// <summary>
    /// True if the text is among the farthest, or if new is more likely than known. Without a likeness, the chance of a new class is the
    /// share of texts whose class occurred once (Good and Turing).
    /// </summary>
    /// <param name="nearness">The nearness of the text's best class.</param>
    /// <param name="onlyOnce">How many classes occurred once.</param>
    /// <param name="texts">How many texts there are.</param>
    public bool IsNew(double nearness, int onlyOnce, int texts)
    {
        if (onlyOnce >= texts)
        {
            return true;
        }

        var farther = ShareFarther(nearness);
        var odds = (double)onlyOnce / (texts - onlyOnce) * Steepness * Math.Pow(1 - farther, Steepness - 1);
        return odds >= 1 || farther <= FarShare;
    }

    /// <summary>The share of known texts that were farther from their best class; ties count half.</summary>
    private double ShareFarther(double nearness)
    {
        var farther = _known.Count(each => each < nearness) + (_known.Count(each => each.Equals(nearness)) / 2.0);
        return (farther + 0.5) / (_known.Count + 1);
    }
}
