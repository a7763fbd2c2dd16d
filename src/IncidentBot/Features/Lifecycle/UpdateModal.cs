using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>One field: what everyone outside the channel should know now.</summary>
internal static class UpdateModal
{
    public const string CallbackId = "update";

    internal static class Blocks
    {
        public const string Text = "text";
    }

    public static Modal Render(Incident incident) => new("Status update")
    {
        CallbackId = CallbackId,
        PrivateMetadata = IncidentWords.Number(incident),
        Submit = "Post",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(
                Mrkdwn.Join("\n", Mrkdwn.Text($"{IncidentWords.Title(incident)} · {IncidentWords.Of(incident.Status)}"), Last(incident))),
            new InputBlock(Blocks.Text, "What is known, what is not, what happens next?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = Incident.UpdateLimit,
                FocusOnLoad = true,
            })
            {
                Hint = incident.IsPrivate
                    ? "Posted in this channel."
                    : "Posted in this channel and in the thread of the incident's headline.",
            },
        ],
    };

    public static string Read(ViewState state) => state.Text(Blocks.Text);

    private static Mrkdwn Last(Incident incident) => incident.StatusUpdates is [.., var last]
        ? Mrkdwn.Text($"Last update, {Mrkdwn.Date(last.At)}: {SlackText.Truncate(last.Text, 300)}")
        : Mrkdwn.Empty;
}
