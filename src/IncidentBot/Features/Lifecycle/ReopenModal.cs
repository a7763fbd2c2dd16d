using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Asks why the incident is reopened.</summary>
internal static class ReopenModal
{
    public static QuestionForm Form { get; } = new("reopen", "reason", "Why?")
    {
        Title = "Reopen incident",
        Placeholder = "The errors are back",
        Submit = "Reopen",
        Close = "Cancel",
        MaxLength = Incident.SentenceLimit,
        Multiline = false,
    };

    public static Modal Render(Incident incident) =>
        (Form with { Title = $"Reopen incident {incident.Number}" }).Render(IncidentWords.Number(incident));
}
