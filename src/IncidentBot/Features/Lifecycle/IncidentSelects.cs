using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The severity and the status of an incident as fields of a form.</summary>
internal static class IncidentSelects
{
    // Resolving and cancelling have forms of their own.
    private static readonly IncidentStatus[] Open = [IncidentStatus.Investigating, IncidentStatus.Identified, IncidentStatus.Mitigated];

    public static InputBlock Severity(string block, Incident incident) => new(block, "Severity", new StaticSelect("value")
    {
        Options = SeverityOption.All,
        InitialOption = SeverityOption.Of(incident.Severity),
    });

    public static InputBlock Status(string block, Incident incident) => new(block, "Status", new StaticSelect("value")
    {
        Options = [.. Open.Select(Option)],
        InitialOption = Option(incident.Status),
    });

    private static Option Option(IncidentStatus status) =>
        new(new PlainText($"{StatusLabel.For(status).Emoji} {status}"), status.ToString());
}
