using System.Globalization;
using System.Text;

namespace IncidentBot.Domain.Incidents;

/// <summary>The name of an incident's channel: inc-{number}-{yyyymmdd}-{slug}; a drill's begins with "drill".</summary>
public static class ChannelName
{
    /// <summary>The longest name that Slack accepts, in characters.</summary>
    public const int Limit = 80;

    private const int MaxAttempts = 9;

    /// <summary>The name to try for an incident.</summary>
    /// <param name="incident">The incident, with its number.</param>
    /// <param name="attempt">1 for the first try.</param>
    public static string For(Incident incident, int attempt = 1) =>
        For(incident.Number, DateOnly.FromDateTime(incident.DeclaredAt.UtcDateTime), incident.Title, attempt, incident.IsDrill);

    /// <summary>Whether a name is made like those of incidents; a channel that an incident borrows has any name.</summary>
    /// <param name="name">The channel's name.</param>
    public static bool IsIncidents(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith("inc-", StringComparison.Ordinal) || name.StartsWith("drill-", StringComparison.Ordinal);
    }

    /// <summary>The names to try, in order, until one is free.</summary>
    /// <param name="incident">The incident, with its number.</param>
    public static IEnumerable<string> Candidates(Incident incident) =>
        Enumerable.Range(1, MaxAttempts).Select(attempt => For(incident, attempt));

    /// <summary>The name to try: lower case, ASCII letters, digits and single hyphens, at most 80 characters.</summary>
    /// <param name="number">The incident's number.</param>
    /// <param name="date">The UTC date of its declaration.</param>
    /// <param name="title">Its title; without a Latin letter or digit there is no slug.</param>
    /// <param name="attempt">1 for the first try; the second ends in "-2", and so on, when a name is taken.</param>
    /// <param name="isDrill">Whether it is a drill.</param>
    public static string For(int number, DateOnly date, string title, int attempt = 1, bool isDrill = false)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{(isDrill ? "drill" : "inc")}-{number}-{date:yyyyMMdd}");
        var end = attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $"-{attempt}") : "";
        var slug = Slug(title);
        if (slug.Length == 0)
        {
            return start + end;
        }

        var room = Limit - start.Length - end.Length;
        var suffix = $"-{slug}";
        return start + suffix[..Math.Min(suffix.Length, room)].TrimEnd('-') + end;
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’')
            {
                continue;
            }

            var spelled = Spell(letter);
            slug.Append(spelled.Length > 0 ? spelled : "-");
        }

        return string.Join('-', slug.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>One letter in ASCII; letters that Unicode does not decompose are spelled out; everything else is dropped.</summary>
    private static string Spell(char letter) => char.ToLowerInvariant(letter) switch
    {
        (>= 'a' and <= 'z') or (>= '0' and <= '9') => char.ToLowerInvariant(letter).ToString(),
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => "",
    };
}
