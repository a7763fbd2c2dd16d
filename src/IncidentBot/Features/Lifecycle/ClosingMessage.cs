using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The messages when an incident ends or is reopened.</summary>
internal static class ClosingMessage
{
    /// <summary>For the headline's thread; the channel gets the resolve card.</summary>
    public static MessageContent Resolved(Incident incident, PostMortem? postMortem, PersonId by)
    {
        var lasted = incident.Duration is { } duration ? Mrkdwn.Text($" after {IncidentDuration.Format(duration)}") : Mrkdwn.Empty;
        var dueLine = postMortem is null ? Mrkdwn.Empty : Mrkdwn.Text($"\nPost-mortem: {PostMortemWords.Status(postMortem)}.");
        var sentence = incident.Resolution is { } resolution ? Mrkdwn.Text($": {resolution}") : Mrkdwn.Raw(".");
        return MessageContent.Paragraph(
            Mrkdwn.Text($"{IncidentWords.Of(incident.Status)}{lasted}, by {Mrkdwn.User(by.Value)}{sentence}{dueLine}"));
    }

    public static MessageContent Cancelled(Incident incident, PersonId by) => MessageContent.Paragraph(incident.DuplicateOf is { } other
        ? Mrkdwn.Text(
            $"{IncidentWords.Of(incident.Status)} by {Mrkdwn.User(by.Value)}: duplicate of incident {other}. Continue there. {Consequence}")
        : Mrkdwn.Text($"{IncidentWords.Of(incident.Status)} by {Mrkdwn.User(by.Value)}: {incident.CancelReason ?? ""}\n{Consequence}"));

    public static MessageContent Reopened(Incident incident, PersonId by)
    {
        var reason = incident.Reopenings[^1].Reason;
        return MessageContent.Paragraph(Mrkdwn.Text(
            $":repeat: Reopened by {Mrkdwn.User(by.Value)}: {reason}\nThe post-mortem is on hold until the incident is resolved."));
    }

    private static Mrkdwn Consequence => Mrkdwn.Raw(IncidentWords.CancelledNote);
}
