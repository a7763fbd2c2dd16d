namespace IncidentBot.Crashes.Snapshots;

/// <summary>Compares two snapshots line by line.</summary>
internal static class SnapshotDiff
{
    /// <summary>Empty when they are the same.</summary>
    public static IReadOnlyList<string> Between(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var common = Common(expected, actual);
        var lines = new List<string>();
        var (left, right) = (0, 0);
        while (left < expected.Count || right < actual.Count)
        {
            if (left < expected.Count && right < actual.Count && expected[left] == actual[right])
            {
                (left, right) = (left + 1, right + 1);
            }
            else if (right == actual.Count || (left < expected.Count && common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add($"missing: {expected[left++]}");
            }
            else
            {
                lines.Add($"unexpected: {actual[right++]}");
            }
        }

        return lines;
    }

    /// <summary>The length of the longest common subsequence of both remainders, by where they begin.</summary>
    private static int[,] Common(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var common = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
