using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Time;

/// <summary>
/// A future date as people type it: "2026-12-01", "friday", "next friday", "tomorrow", "today", "in 5 days", "12 dec";
/// a leading "by" is fine. A date, not "next sprint", in its owner's zone.
/// </summary>
public static partial class DueDate
{
    private static readonly Refusal Forms = new(
        "I couldn't read that date. Try 2026-12-01, friday, next friday, tomorrow, in 5 days or 12 dec.", "due");

    /// <summary>
    /// Reads a future date. A weekday is the next one after today; "next friday" is the friday of the week after this
    /// one, weeks beginning on Monday. A day without a year that has passed this year is next year's.
    /// </summary>
    /// <param name="text">What was typed; null counts as empty.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The owner's zone; decides what today is.</param>
    /// <returns>The date there; refused, about "due", when it cannot be read or has passed. Today has not.</returns>
    public static Result<DateOnly> Parse(string? text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var words = (text ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var typed = string.Join(' ', words is ["by" or "on", ..] ? words[1..] : words);
        var today = Zones.DateIn(now, zone);
        var due = Near(typed, today) ?? Weekday(typed, today) ?? Calendar(typed, today);
        return due switch
        {
            null => RefuseLeapDay(typed, today) ?? Forms,
            { } day when day < today => new Refusal("That date is in the past. Choose today or later.", "due"),
            { } day => day,
        };
    }

    /// <summary>Whether the words are meant as a day even if there is no such day: "31 nov", "feb 29", but not "hand".</summary>
    /// <param name="text">What was typed.</param>
    public static bool IsMeant(string text) => MeantForm().IsMatch(text);

    private static Refusal? RefuseLeapDay(string typed, DateOnly today)
    {
        var match = LeapDayForm().Match(typed);
        if (!match.Success)
        {
            return null;
        }

        var next = today <= new DateOnly(today.Year, 2, 28) ? today.Year : today.Year + 1;
        var year = match.Groups["year"] is { Success: true, Value: var named } ? named : next.ToString(CultureInfo.InvariantCulture);
        return new Refusal($"February {year} has no day 29. Try 28 feb or 1 mar.", "due");
    }

    private static DateOnly? Near(string typed, DateOnly today)
    {
        var match = InForm().Match(typed);
        if (match.Success)
        {
            var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
            return today.AddDays(match.Groups["unit"].Value[0] == 'w' ? 7 * count : count);
        }

        return typed switch
        {
            "today" => today,
            "tomorrow" => today.AddDays(1),
            _ => null,
        };
    }

    private static DateOnly? Weekday(string typed, DateOnly today)
    {
        var inNextWeek = typed.StartsWith("next ", StringComparison.Ordinal);
        var name = inNextWeek ? typed[5..] : typed;
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        var index = Array.FindIndex(names.DayNames, day => Means(name, day));
        if (index < 0)
        {
            return null;
        }

        var ahead = (index - (int)today.DayOfWeek + 7) % 7;
        if (!inNextWeek)
        {
            return today.AddDays(ahead == 0 ? 7 : ahead);
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return monday.AddDays(7 + ((index + 6) % 7));
    }

    private static bool Means(string typed, string name) =>
        typed.Length >= 3 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static DateOnly? Calendar(string typed, DateOnly today)
    {
        if (DateOnly.TryParseExact(
            typed, ["yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return exact;
        }

        // Not every year has a 29 feb, so years are tried together with the day, this year first.
        var years = Enumerable.Range(today.Year, 2).Select(year => string.Create(CultureInfo.InvariantCulture, $"{typed} {year}"));
        foreach (var withYear in years)
        {
            if (DateOnly.TryParseExact(withYear, YearlyForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day >= today)
            {
                return day;
            }
        }

        return null;
    }

    private static readonly string[] YearlyForms = ["d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy"];

    [GeneratedRegex(@"^(29 feb(ruary)?( (?<year>\d{4}))?|feb(ruary)? 29( (?<year>\d{4}))?|(?<year>\d{4})-02-29)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeapDayForm();

    [GeneratedRegex(@"^(\d|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MeantForm();

    [GeneratedRegex(@"^in (?<count>\d{1,3}) (?<unit>d|days?|w|weeks?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InForm();
}
