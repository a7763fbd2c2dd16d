using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Crashes.Pictures;

/// <summary>
/// Takes out of a text what may differ between two tellings of one story: ids, and by how many seconds something was late.
/// An instant becomes the step in which it was; an incident's number becomes N, since a crash may leave a gap.
/// </summary>
internal sealed partial class Plain(IReadOnlyList<(string Name, DateTimeOffset At)> steps, string incidentNumber)
{
    public string Of(string text)
    {
        text = Guids().Replace(text, "<id>");
        text = SlackIds().Replace(text, "<${kind}>");
        text = MessageTs().Replace(text, match => Step(DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture))));
        text = Instants().Replace(text, match => Step(DateTimeOffset.Parse(match.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
        text = CalendarInstants().Replace(text, match => Step(DateTimeOffset.ParseExact(match.Value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
        text = Clock().Replace(text, "hh:mm");
        return Numbered(text);
    }

    public string Step(DateTimeOffset instant)
    {
        var step = steps.LastOrDefault(step => step.At <= instant);
        return step.Name is null ? "<before>" : $"<{step.Name}>";
    }

    /// <summary>Where a number is that of the incident: "Incident 1", "inc-1-", "headline:1", "incident_number=1", "1:lead".</summary>
    private string Numbered(string text) => Regex.Replace(
        text,
        $"""(?<before>[Ii]ncident[ :*|]*|number=|outcome=|inc-|post-?mortem-|[a-z_]"?:|"){incidentNumber}(?!\d|\.\d)""",
        "${before}N",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guids();

    [GeneratedRegex("\\b(?<kind>[A-Z])0SB[0-9A-Z]{7}\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlackIds();

    [GeneratedRegex("\\bp?(?<seconds>17\\d{8})(\\.?\\d{6})?\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageTs();

    [GeneratedRegex("\\b20\\d\\d-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instants();

    [GeneratedRegex("\\b20\\d{6}T\\d{6}Z\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CalendarInstants();

    [GeneratedRegex("\\b\\d{1,2}:\\d\\d\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();
}
