using System.Globalization;

namespace IncidentBot.Sandbox.State;

/// <summary>Ids that look like Slack's and are the same in every run.</summary>
internal sealed class Ids
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private long last = 1_000_000;

    /// <summary>"C" gives C0SB000LFLT.</summary>
    public string Next(string prefix)
    {
        var number = Interlocked.Increment(ref last);
        Span<char> digits = stackalloc char[7];
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = Alphabet[(int)(number % Alphabet.Length)];
            number /= Alphabet.Length;
        }

        return $"{prefix}0SB{digits}";
    }

    public string NextNumber() => Interlocked.Increment(ref last).ToString("D13", CultureInfo.InvariantCulture);

    /// <summary>The unguessable part of trigger ids and response addresses.</summary>
    public static string Secret() => Guid.NewGuid().ToString("N");
}
