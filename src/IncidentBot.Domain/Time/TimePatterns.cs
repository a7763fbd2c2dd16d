namespace IncidentBot.Domain.Time;

/// <summary>
/// How people spell a time, as pieces of regular expressions without regard to case. They accept numbers that no clock shows, such as
/// 25:00, because what looks like a time is asked about; <see cref="TimePhrase"/> decides what can be read.
/// </summary>
internal static class TimePatterns
{
    /// <summary>What announces a time in a sentence.</summary>
    public const string Marker = @"(at\s+|@\s?|around\s+)";

    public const string About = @"((about|around|approximately|approx\.?|roughly|circa|ca\.?|~)\s*)?";

    /// <summary>"10 min ago", "half an hour ago", "1 h 30 min ago".</summary>
    public const string Ago =
        @"((?<count>\d{1,3}|half\s+an|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)\s?"
        + @"(?<unit>s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)\.?"
        + @"(\s?(and\s+)?(?<more>\d{1,2})\s?(m|mins?|minutes?)?\.?)?\s+ago\b)";

    /// <summary>"14:05", "9.52", "14h05", "2:05 pm", "9am", "1405Z", "9 o'clock", "noon".</summary>
    public const string Clock =
        @"((?<h>\d{1,2})(?<sep>[:.h])(?<m>\d{1,2})(:(?<s>\d{2}))?(?!\d|:\w)(\s?(?<half>[ap])\.?m\b\.?|\s?(h|hrs|hours|uhr)\b)?"
        + @"|(?<h>\d{1,2})\s?(?<half>[ap])\.?m\b\.?"
        + @"|(?<h>\d{2})(?<m>\d{2})(?=\s?(UTC|GMT|Z)\b)"
        + @"|(?<h>\d{1,2})\s?o['’]clock\b"
        + @"|(?<word>noon|midnight)\b)";

    /// <summary>"yesterday", "last monday", "2026-11-19", "19.11.2026", "nov 19"; also dates with slashes, to ask about.</summary>
    public const string Day =
        @"((?<day>today|yesterday|tomorrow|last\s+night|this\s+morning)"
        + @"|(last\s+)?(?<weekday>(mon|tues|wednes|thurs|fri|satur|sun)day)"
        + @"|(?<date>\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,4}/\d{1,2}/\d{2,4})"
        + @"|(?<date>on\s+\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}(?=\s+\d{1,2}:))"
        + $@"|(?<dom>\d{{1,2}})\s+(?<month>{Months})\b(\s+(?<year>\d{{4}}))?"
        + $@"|(?<month>{Months})\s+(?<dom>\d{{1,2}})\b(,?\s+(?<year>\d{{4}}))?)";

    /// <summary>Between a day and the clock behind it.</summary>
    public const string AfterDay = @"(T|,?\s+(at\s+)?)";

    private const string Months =
        "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)";

    /// <summary>Behind a clock: "UTC", "UTC+2", "+02:00". A minus needs a blank or UTC before it; "14:05-14:10" has no zone.</summary>
    private static readonly string Zone =
        @"(\s?(utc|gmt)(?<offset>[+-]\d{1,2}(:?\d{2})?)|\s?(?<offset>\+\d{2}:?\d{2})|\s(?<offset>-\d{2}:?\d{2})"
        + $@"|\s?\(?(?<zone>{ZoneNames.Pattern})\)?|\s(local|my)\s+time\b)?";

    /// <summary>A time on the clock, perhaps with its day, before or behind, and its zone.</summary>
    private static readonly string Wall =
        $@"((on\s+)?{Day}{AfterDay})?{About}{Clock}{Zone}(,?\s+(on\s+)?{Day})?";

    /// <summary>Any time.</summary>
    public static string Time { get; } = $"{About}({Ago}|{Wall})";
}
