using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

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

    /// <param name="incident">The incident.</param>
    /// <param name="postMortem">Its post-mortem; null when there is none.</param>
    /// <param name="by">Who reopened it.</param>
    /// <param name="archived">Its channel, when that is archived; null otherwise.</param>
    public static MessageContent Reopened(Incident incident, PostMortem? postMortem, PersonId by, IncidentChannel? archived)
    {
        var reason = incident.Reopenings[^1].Reason;
        var hold = postMortem is null
            ? Mrkdwn.Empty
            : Mrkdwn.Raw("The post-mortem is on hold until the incident is resolved; nothing is due for now.");
        return MessageContent.Paragraph(Mrkdwn.Join(
            "\n", Mrkdwn.Text($":repeat: Reopened by {Mrkdwn.User(by.Value)}: {reason}"), hold, Archived(archived)));
    }

    /// <summary>A DM for whoever reopened it, because the channel can't say it.</summary>
    public static MessageContent ReopenedWithoutChannel(Incident incident, IncidentChannel archived) =>
        MessageContent.Paragraph(Mrkdwn.Text($"{IncidentWords.Title(incident)} is open again. {Archived(archived)}"));

    private static Mrkdwn Archived(IncidentChannel? channel) => channel?.ChannelId is { } id
        ? Mrkdwn.Text(
            $":warning: {Mrkdwn.Channel(id)} is archived, and I can't undo that. Unarchive it and type `/invite` with my name there.")
        : Mrkdwn.Empty;

    private static Mrkdwn Consequence => Mrkdwn.Raw(IncidentWords.CancelledNote);
}
