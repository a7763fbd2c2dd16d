using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Crashes.Snapshots;

/// <summary>
/// Removes from a text what may differ between two runs of one story: ids, and delays of a few seconds. An instant becomes
/// the step in which it falls; an incident's number becomes N, because a crash may skip a number.
/// </summary>
internal sealed partial class TextNormalizer(IReadOnlyList<(string Name, DateTimeOffset At)> steps, string incidentNumber)
{
    private const string CalendarFormat = "yyyyMMdd'T'HHmmss'Z'";

    public string Normalize(string text)
    {
        text = Guids().Replace(text, "<id>");
        text = SlackIds().Replace(text, "<${kind}>");
        text = MessageTs().Replace(text, match => Step(DateTimeOffset.FromUnixTimeSeconds(Number(match.Groups["seconds"].Value))));
        text = Instants().Replace(text, match =>
            Step(DateTimeOffset.Parse(match.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
        text = CalendarInstants().Replace(text, match =>
            Step(DateTimeOffset.ParseExact(match.Value, CalendarFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
        text = Clock().Replace(text, "hh:mm");
        text = BetweenMilestones().Replace(text, "<minutes>");
        return Numbered(text);
    }

    public string Step(DateTimeOffset instant)
    {
        var step = steps.LastOrDefault(step => step.At <= instant);
        return step.Name is null ? "<before>" : $"<{step.Name}>";
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>The incident's number appears as "Incident 1", "inc-1-", "headline:1", "incident_number=1" or "1:lead".</summary>
    private string Numbered(string text) => Regex.Replace(
        text,
        $"""(?<before>[Ii]ncident[ :*|]*|number=|outcome=|inc-|post-?mortem-|[a-z_]"?:|"){incidentNumber}(?!\d|\.\d)""",
        "${before}N",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    [GeneratedRegex(
        "[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guids();

    [GeneratedRegex("\\b(?<kind>[A-Z])0SB[0-9A-Z]{7}\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlackIds();

    [GeneratedRegex("\\bp?(?<seconds>17\\d{8})(\\.?\\d{6})?\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageTs();

    [GeneratedRegex(
        "\\b20\\d\\d-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instants();

    [GeneratedRegex("\\b20\\d{6}T\\d{6}Z\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CalendarInstants();

    // "symptom → mitigation: 45 min": a delay of seconds may carry it over a minute.
    [GeneratedRegex("(?<=→ \\w+: )(\\d+ h )?\\d+ min", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenMilestones();

    [GeneratedRegex("\\b\\d{1,2}:\\d\\d\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();
}
