using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Time;

/// <summary>
/// A text with its time: "rolled back the release at 14:05", "14:05 rolled back" and "rolled back 10 min ago" are a text and a time.
/// </summary>
/// <param name="Text">The text without the time, trimmed; may be empty.</param>
/// <param name="At">When it happened, UTC; null when no time was given.</param>
public sealed partial record TimedText(string Text, DateTimeOffset? At)
{
    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private static readonly Regex Leading = new(
        $@"^\(?(?<phrase>(?<marker>{TimePatterns.Marker})?{TimePatterns.Time})\)?(?=[\s,;:–—-]|\.\s|\.?$)(?<gap>[\s.,;:–—-]*)",
        Options,
        Timeout);

    private static readonly Regex Trailing = new(
        $@"(?<=^|[\s(])(?<phrase>(?<marker>{TimePatterns.Marker})?{TimePatterns.Time})\)?[\s.,;!)]*$", Options, Timeout);

    // Times with something about them that cannot be read: an unknown zone, a range, "or so".
    private static readonly Regex Unclear = new(
        $@"(?<=^|[\s(])(?<phrase>{TimePatterns.Marker}{TimePatterns.About}({TimePatterns.Day}{TimePatterns.AfterDay})?{TimePatterns.Clock}"
        + @"\s*(or\s+so|\(?(?-i:[A-Z]{2,5})\)?|([-–—]|to|until|till)\s*\d[\d:.h]*|[+-][\d:]+))[\s.,;!)]*$",
        Options,
        Timeout);

    /// <summary>
    /// Splits the time off, at the start or at the end of the text. Numbers that are no time stay in the text, as in "scaled to
    /// 9.52 GB", and so do times that the sentence needs, as in "down since yesterday 23:50".
    /// </summary>
    /// <param name="typed">What was typed; null counts as empty.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The zone of the person who typed it.</param>
    /// <returns>The text and its time; refused, about "at", when what looks like a time cannot be read or lies in the future.</returns>
    public static Result<TimedText> Read(string? typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var text = (typed ?? "").Trim();
        var first = FromStart(text, now, zone);
        if (first is { Ok: true } leading)
        {
            return leading;
        }

        var last = FromEnd(text, now, zone);
        if (last is { Ok: true } trailing)
        {
            return trailing;
        }

        return first ?? last ?? RefuseUnclear(text) ?? new TimedText(text, null);
    }

    private static Result<TimedText>? FromStart(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var match = Leading.Match(text);
        var time = new TimePhrase(match, now, zone);
        var rest = match.Success ? text[match.Length..] : text;
        var isMarked = match.Groups["marker"].Success;
        if (!match.Success || !(isMarked || time.IsUnmistakable || time.ShowsClock) || (time.IsDotted && StartsWithUnit().IsMatch(rest)))
        {
            return null;
        }

        return EndsRange().IsMatch(match.Groups["gap"].Value + rest) ? Refuse(TimePhrase.Unreadable, match) : Split(time, match, rest);
    }

    private static Result<TimedText>? FromEnd(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var match = Trailing.Match(text);
        var time = new TimePhrase(match, now, zone);
        var isMarked = match.Groups["marker"].Success;
        if (!match.Success || !(isMarked || time.IsUnmistakable))
        {
            return null;
        }

        var rest = text[..match.Index];
        if (IsAbout().IsMatch(rest) || (!isMarked && NeedsTime().IsMatch(rest)))
        {
            return new TimedText(text, null);
        }

        var without = rest.TrimEnd().TrimEnd(',', ';', ':', '-', '–', '—', '(').TrimEnd();
        return Split(time, match, WasAbout().IsMatch(rest) ? text : without);
    }

    /// <summary>A number with a dot that no clock shows is no time: "steady at 99.95".</summary>
    private static Result<TimedText>? Split(TimePhrase time, Match match, string rest)
    {
        var at = time.Read();
        if (at.Ok)
        {
            return new TimedText(rest, at.Value);
        }

        return time.IsDotted ? default(Result<TimedText>?) : Refuse(at.Refusal, match);
    }

    private static Result<TimedText>? RefuseUnclear(string text)
    {
        var match = Unclear.Match(text) is { Success: true } clock ? clock : UnclearAgo().Match(text);
        return match.Success ? Refuse(TimePhrase.Unreadable, match) : default(Result<TimedText>?);
    }

    private static Result<TimedText> Refuse(Refusal why, Match match)
    {
        var phrase = match.Groups["phrase"].Value.Trim();
        return why with
        {
            Sentence = why == TimePhrase.Future
                ? $"“{phrase}” is in the future. Enter a time up to now."
                : $"I couldn't read the time “{phrase}”. Try at 14:05, at 2:05 pm, at 12:06 UTC, yesterday at 23:50 or 10 min ago.",
        };
    }

    /// <summary>"The meeting is at 14:05" is about a time, and happened at none.</summary>
    [GeneratedRegex(@"(?<=^|\s)(is|are|be)\s+$", Options, 1000)]
    private static partial Regex IsAbout();

    /// <summary>"The peak was at 14:05" happened then, but says nothing without its time.</summary>
    [GeneratedRegex(@"(?<=^|\s)(was|were)\s+$", Options, 1000)]
    private static partial Regex WasAbout();

    /// <summary>Words that a sentence cannot end with.</summary>
    [GeneratedRegex(@"(?<=^|\s)(since|until|till|from|before|after|by|for|to|of|and|than|over|between|least|the)\s+$", Options, 1000)]
    private static partial Regex NeedsTime();

    [GeneratedRegex(@"^\s*([-–—]\s*|(to|until|till)\s+)\d{1,2}[:h]\d\d(?!\d)", Options, 1000)]
    private static partial Regex EndsRange();

    [GeneratedRegex(@"^(%|‰|€|\$)|^(percent|[kmgtp]i?b|ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?|days?|x|k|rps|qps)\b", Options, 1000)]
    private static partial Regex StartsWithUnit();

    [GeneratedRegex(
        @"(?<=^|[\s(-])(?<phrase>(\d\S*|half|few|couple|while|moments?|seconds?|minutes?|mins?|hours?|days?|weeks?)\s+"
        + @"((?!ago)\S+\s+){0,2}ago)[\s.,;!)]*$",
        Options,
        1000)]
    private static partial Regex UnclearAgo();
}
