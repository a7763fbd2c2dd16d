using System.Globalization;

namespace IncidentBot.Features.Trends;

/// <summary>What a trends modal shows.</summary>
/// <param name="Months">The length of the period up to now: 3, 6 or 12 months.</param>
/// <param name="Page">Repeats or process health.</param>
/// <param name="Channel">Where it can be shared; empty when it was opened elsewhere.</param>
/// <param name="Service">The service; empty for all.</param>
internal sealed record TrendsKey(int Months, TrendsPage Page, string Channel, string Service)
{
    /// <summary>The periods to choose from, in months.</summary>
    public static readonly IReadOnlyList<int> Periods = [3, 6, 12];

    private const int DaysInMonth = 30;
    private const char Separator = '|';

    public static TrendsKey Read(string? metadata)
    {
        var parts = (metadata ?? "").Split(Separator, 4);
        return new TrendsKey(
            PeriodOf(parts[0]) ?? Periods[0],
            parts.ElementAtOrDefault(1) == nameof(TrendsPage.Health) ? TrendsPage.Health : TrendsPage.Repeats,
            parts.ElementAtOrDefault(2) ?? "",
            parts.ElementAtOrDefault(3) ?? "");
    }

    /// <summary>The shortest period that covers what is chosen or typed: "6", "6m", "90d", "26w" or "1y"; null for anything else.</summary>
    public static int? PeriodOf(string text)
    {
        var digits = text.TrimEnd('d', 'w', 'm', 'y');
        if (digits.Length is 0 or > 4 || text.Length > digits.Length + 1
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var months = text[^1] switch
        {
            'd' => count / DaysInMonth,
            'w' => count * 7 / DaysInMonth,
            'y' => count * 12,
            _ => count,
        };
        return Periods.Select(period => (int?)period).FirstOrDefault(period => period >= months) ?? Periods[^1];
    }

    public override string ToString() =>
        string.Join(Separator, Months.ToString(CultureInfo.InvariantCulture), Page, Channel, Service);
}

internal enum TrendsPage
{
    Repeats,
    Health,
}
