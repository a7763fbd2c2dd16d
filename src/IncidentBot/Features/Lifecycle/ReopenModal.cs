using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>One field: why the incident is reopened.</summary>
internal static class ReopenModal
{
    public const string CallbackId = "reopen";

    internal static class Blocks
    {
        public const string Reason = "reason";
    }

    public static Modal Render(Incident incident) => new($"Reopen incident {incident.Number}")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Reopen",
        Close = "Cancel",
        Blocks =
        [
            new InputBlock(Blocks.Reason, "Why?", new PlainTextInput("value")
            {
                MaxLength = Incident.SentenceLimit,
                Placeholder = "The errors are back",
                FocusOnLoad = true,
            }),
        ],
    };

    public static string Read(ViewState state) => state.Text(Blocks.Reason);
}
