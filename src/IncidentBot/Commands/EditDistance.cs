namespace IncidentBot.Commands;

/// <summary>How many letters to type, drop or swap with a neighbour to get from one word to the other (Damerau-Levenshtein).</summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                cost[i, j] = Cheapest(left, right, cost, i, j);
            }
        }

        return cost[left.Length, right.Length];
    }

    private static int Cheapest(string left, string right, int[,] cost, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var replaced = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
        var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return swapped ? Math.Min(best, 1 + cost[i - 2, j - 2]) : best;
    }
}
