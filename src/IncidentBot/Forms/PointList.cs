namespace IncidentBot.Forms;

/// <summary>A field that holds a list, one point per line.</summary>
internal static class PointList
{
    /// <summary>A dash or a bullet in front of a line is how people write lists, not part of the point.</summary>
    public static IReadOnlyList<string> Read(string text) =>
        [.. text.Split('\n').Select(line => line.Trim().TrimStart('-', '*', '•').Trim()).Where(line => line.Length > 0)];

    /// <summary>Merges two edits of the same list: mine without the points they removed, then the points they added.</summary>
    public static string Merge(string before, string mine, string theirs)
    {
        var (old, own, other) = (Read(before), Read(mine), Read(theirs));
        var kept = own.Where(point => !old.Contains(point) || other.Contains(point));
        return string.Join('\n', kept.Concat(other.Except(old).Except(own)));
    }
}
