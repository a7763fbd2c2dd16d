using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The incident got worse than it was when its post-mortem was arranged, so the meeting comes too late now.</summary>
internal static class LateMeetingMessage
{
    public static MessageContent Render(Incident incident, PostMortem postMortem) => MessageContent.Paragraph(Mrkdwn.Text(
        $"*{IncidentWords.Title(incident)}* changed, and its post-mortem is due {Mrkdwn.Date(postMortem.DueAt!.Value)} now: the meeting {Mrkdwn.Date(postMortem.MeetingAt!.Value)} comes after that. Please move it with `/incident pm schedule` in {IncidentWords.Place(incident)}."));
}
