using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.IncidentLog;

/// <summary>
/// A filter as people type it: <c>checkout sev1 cause:"Shared pool" from 2026-01-01 to yesterday mine open-actions</c>.
/// </summary>
/// <param name="Filter">What was understood.</param>
/// <param name="NotUnderstood">What was not, in the order in which it was typed.</param>
public sealed partial record TypedLogFilter(LogFilter Filter, IReadOnlyList<string> NotUnderstood)
{
    private static readonly string[] Types = ["deployment", "integration", "external", "process", "other"];
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "d.M.yyyy", "yyyy/M/d"];

    /// <summary>Words of a sentence, such as "Search is down", which is no filter and nothing to look for.</summary>
    private static readonly HashSet<string> SentenceWords = new(
        "is are was were has have had does do did doesn't don't isn't aren't can't cannot won't keeps".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that make a sentence of the word before them: "Search down" is a title, and "search disk down" is a search.</summary>
    private static readonly HashSet<string> WordsAfterSubject = new(
        ("not no stopped stops fails failing failed fail broken down slow unavailable unreachable full missing out takes times timing "
            + "returns shows").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the words after a command's first word make the whole a title: "is down" after "search".</summary>
    /// <param name="arguments">What follows the first word.</param>
    public static bool ReadsLikeTitle(string arguments) =>
        arguments.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] words
        && (WordsAfterSubject.Contains(first) || words.Any(SentenceWords.Contains));

    /// <summary>Whether this is a filter: some of it is one, or all of it is one word that can be a service.</summary>
    /// <param name="arguments">What follows the command's first word.</param>
    public static bool IsLikely(string arguments)
    {
        var read = Read(arguments, new DateOnly(2026, 1, 1));
        var hasMore = read.Filter with { Service = null } != LogFilter.None;
        return !ReadsLikeTitle(arguments)
            && (hasMore || read.NotUnderstood.Count > 0 || read.Filter.Service?.Contains(' ', StringComparison.Ordinal) != true);
    }

    /// <summary>Reads a filter. Words without another meaning are the name of a service.</summary>
    /// <param name="arguments">As typed.</param>
    /// <param name="today">The reader's day.</param>
    public static TypedLogFilter Read(string arguments, DateOnly today)
    {
        var words = new Queue<string>(Word().Matches(Straight(arguments)).Select(match => match.Value));
        var (filter, service, unclear) = (new LogFilter(), new List<string>(), new List<string>());
        while (words.TryDequeue(out var word))
        {
            var (key, value) = Split(word);
            if (value.Length == 0 && TakesValue(key) && words.Count > 0)
            {
                (value, word) = (words.Peek().Trim('"'), $"{word} {words.Peek()}");
                words.Dequeue();
            }

            if (key is "service" or "on" && value.Length > 0)
            {
                service.Add(value);
            }
            else if (Apply(filter, key, value, today) is { } applied)
            {
                filter = applied;
            }
            else if (TakesValue(key) || value.Length > 0)
            {
                unclear.Add(word);
            }
            else
            {
                service.Add(word.Trim('"', ','));
            }
        }

        // No name is longer, and the buttons under the log carry the filter.
        var name = PlainText.Cut(string.Join(' ', service), Incident.NameLimit);
        return new TypedLogFilter(filter with { Service = name.Length > 0 ? name : null }, unclear);
    }

    private static LogFilter? Apply(LogFilter filter, string name, string value, DateOnly today) => name switch
    {
        "cause" or "class" when value.Length > 0 => filter with { Cause = PlainText.Cut(value, CauseClass.NameLimit) },
        "type" when IsNearMiss(value) => filter with { NearMisses = true },
        "type" => TypeOf(value) is { } type ? filter with { Type = type } : null,
        "sev" or "severity" => SeverityPolicy.Parse(value) is { Ok: true } severity ? filter with { Severity = severity.Value } : null,
        "from" or "since" => Day(value, today, isEnd: false) is { } from ? filter with { From = from } : null,
        "to" or "until" or "till" => Day(value, today, isEnd: true) is { } until ? filter with { Until = until } : null,
        "last" => Back(value, today) is { } from ? filter with { From = from } : null,
        _ when value.Length > 0 => null,
        "mine" or "my" or "me" => filter with { Mine = true },
        "open-actions" or "openactions" or "open" or "open-action" => filter with { OpenActions = true },
        "actions" when filter.OpenActions => filter,
        "drills" or "drill" => filter with { Drills = true },
        "cancelled" or "canceled" or "duplicates" => filter with { Cancelled = true },
        "miss" or "misses" when filter.NearMisses => filter,
        _ when IsNearMiss(name) => filter with { NearMisses = true },
        "and" or "," or "the" or "all" or "incidents" or "of" or "with" => filter,
        _ when TypeOf(name) is { } type && type != IncidentType.Other => filter with { Type = type },
        _ when Back(name, today) is { } from => filter with { From = from },
        _ when SeverityPolicy.Parse(name) is { Ok: true } severity => filter with { Severity = severity.Value },
        _ => null,
    };

    private static bool IsNearMiss(string typed) => typed.ToLowerInvariant() is "near" or "near-miss" or "near-misses" or "nearmiss"
        or "nearmisses" or "near miss" or "near misses";

    private static bool TakesValue(string name) => name is "service" or "on" or "cause" or "class" or "type" or "sev" or "severity"
        or "from" or "since" or "to" or "until" or "till" or "last";

    private static (string Name, string Value) Split(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || word.StartsWith('"')
            ? (word.Trim(',').ToLowerInvariant(), "")
            : (word[..colon].ToLowerInvariant(), word[(colon + 1)..].Trim('"'));
    }

    private static IncidentType? TypeOf(string typed) =>
        Array.FindIndex(Types, type => typed.Equals(type, StringComparison.OrdinalIgnoreCase)
            || typed.Equals($"{type}s", StringComparison.OrdinalIgnoreCase)) is >= 0 and var place ? (IncidentType)(place + 1) : null;

    /// <summary>A day, a month or a year; of the last two, the first or the last day.</summary>
    private static DateOnly? Day(string typed, DateOnly today, bool isEnd)
    {
        if (DateOnly.TryParseExact(typed, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return isEnd ? month.AddMonths(1).AddDays(-1) : month;
        }

        return typed.ToLowerInvariant() switch
        {
            "today" or "now" => today,
            "yesterday" => today.AddDays(-1),
            _ when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2100 =>
                isEnd ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1),
            _ => Back(typed, today),
        };
    }

    /// <summary>"30d", "6w", "3m", "1y": so long ago.</summary>
    private static DateOnly? Back(string typed, DateOnly today)
    {
        if (typed.Length < 2
            || !int.TryParse(typed[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 2000)
        {
            return null;
        }

        return char.ToLowerInvariant(typed[^1]) switch
        {
            'd' => today.AddDays(-count),
            'w' when count < 500 => today.AddDays(-7 * count),
            'm' when count < 200 => today.AddMonths(-count),
            'y' when count < 20 => today.AddYears(-count),
            _ => null,
        };
    }

    /// <summary>Phones type curly quotation marks.</summary>
    private static string Straight(string typed) => typed.Replace('“', '"').Replace('”', '"').Replace('„', '"');

    [GeneratedRegex(@"[^\s"":]+:""[^""]*""?|""[^""]*""?|\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
