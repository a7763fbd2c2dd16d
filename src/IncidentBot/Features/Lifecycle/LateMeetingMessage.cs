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
        $"*{IncidentWords.Title(incident)}* changed: the post-mortem is now due {Mrkdwn.Date(postMortem.DueAt!.Value)}, before "
            + $"the meeting ({Mrkdwn.Date(postMortem.Meeting.Start!.Value)}). Move the meeting with `/incident pm schedule` in "
            + $"{IncidentWords.Place(incident)}."));
}
