using System.Globalization;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// The topic of an incident's channel: "SEV2 · lead @x", and after the end "SEV2 · Resolved · lead @x · PM due Thu 15:00 UTC".
/// Slack posts a line for every new topic, so the steps of an open incident are not in it: the status card shows them.
/// </summary>
public static class TopicLine
{
    /// <summary>The longest topic that Slack accepts, in characters.</summary>
    public const int Limit = 250;

    /// <summary>The topic; only the lead's name is cut when the topic is too long.</summary>
    /// <param name="severity">The current severity.</param>
    /// <param name="status">The current status; left out while the incident is open.</param>
    /// <param name="lead">The lead as shown, "@x"; null when there is none.</param>
    /// <param name="due">When the post-mortem is due; null when it is not due or not shown. In UTC.</param>
    /// <param name="isDrill">Whether it is a drill; the topic of a drill begins with "DRILL".</param>
    public static string For(Severity severity, IncidentStatus status, string? lead, DateTimeOffset? due, bool isDrill = false)
    {
        var ending = status is IncidentStatus.Resolved or IncidentStatus.Cancelled ? $"{StatusLabel.For(status).Word} · " : "";
        var start = $"{(isDrill ? "DRILL · " : "")}{SeverityLabels.Of(severity)} · {ending}";
        var end = due is { } at
            ? " · PM due " + at.ToUniversalTime().ToString("ddd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : "";
        var leadText = lead is null ? "no lead" : $"lead {lead}";
        return start + PlainText.Cut(leadText, Limit - start.Length - end.Length) + end;
    }
}
