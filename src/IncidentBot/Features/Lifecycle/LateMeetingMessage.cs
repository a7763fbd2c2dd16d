using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The severity rose after the meeting was scheduled, so the meeting is now after the deadline.</summary>
internal static class LateMeetingMessage
{
    public static MessageContent Render(Incident incident, PostMortem postMortem) => MessageContent.Paragraph(Mrkdwn.Text(
        $"*{IncidentWords.Title(incident)}*: the post-mortem is now due {Mrkdwn.Date(postMortem.DueAt!.Value)}. "
            + $"The meeting on {Mrkdwn.Date(postMortem.Meeting.Start!.Value)} is too late. "
            + $"Choose another time in the post-mortem, in {IncidentWords.Place(incident)}."));
}
