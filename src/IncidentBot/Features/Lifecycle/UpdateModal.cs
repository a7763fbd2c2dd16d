using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Asks what everyone outside the channel should know now.</summary>
internal static class UpdateModal
{
    public static QuestionForm Form { get; } = new("update", "text", "What is known, what is not, what happens next?")
    {
        Title = "Status update",
        Hint = "Posted in this channel and in the thread of the incident's headline.",
        Submit = "Post",
        Close = "Cancel",
        MaxLength = Incident.UpdateLimit,
    };

    private static QuestionForm PrivateForm { get; } = Form with { Hint = "Posted in this channel." };

    public static Modal Render(Incident incident)
    {
        var current = Mrkdwn.Text($"{IncidentWords.Title(incident)} · {IncidentWords.Of(incident.Status)}");
        return (incident.IsPrivate ? PrivateForm : Form).Render(
            IncidentWords.Number(incident), new ContextBlock(Mrkdwn.Join("\n", current, Last(incident))));
    }

    private static Mrkdwn Last(Incident incident) => incident.StatusUpdates is [.., var last]
        ? Mrkdwn.Text($"Last update, {Mrkdwn.Date(last.At)}: {SlackText.Truncate(last.Text, 300)}")
        : Mrkdwn.Empty;
}
