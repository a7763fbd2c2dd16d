namespace IncidentBot.Domain.Search;

/// <summary>Finds the word that someone meant who typed another one.</summary>
public static class Spelling
{
    private const int ShortestWord = 3;
    private const int LongWord = 8;

    /// <summary>How many mistakes are forgiven in a word of this length.</summary>
    /// <param name="stem">As typed.</param>
    public static int Forgiven(string stem) => stem.Length < ShortestWord ? 0 : stem.Length < LongWord ? 1 : 2;

    /// <summary>Every word with one letter more, less, other or swapped with its neighbour. They can be looked up by key.</summary>
    /// <param name="stem">As typed.</param>
    public static IReadOnlyCollection<string> OneMistake(string stem)
    {
        const string letters = "abcdefghijklmnopqrstuvwxyz";
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at <= stem.Length; at++)
        {
            foreach (var letter in letters)
            {
                words.Add($"{stem[..at]}{letter}{stem[at..]}");
                if (at < stem.Length)
                {
                    words.Add($"{stem[..at]}{letter}{stem[(at + 1)..]}");
                }
            }

            if (at < stem.Length)
            {
                words.Add($"{stem[..at]}{stem[(at + 1)..]}");
            }

            if (at + 1 < stem.Length)
            {
                words.Add($"{stem[..at]}{stem[at + 1]}{stem[at]}{stem[(at + 2)..]}");
            }
        }

        words.Remove(stem);
        return words;
    }

    /// <summary>How many letters to type, drop or swap with a neighbour to get from one word to the other (Damerau-Levenshtein).</summary>
    /// <param name="left">A word.</param>
    /// <param name="right">Another word.</param>
    public static int Distance(string left, string right)
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
