using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Outbox;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>
/// The published write-up in #incidents, or in the incident's own channel when that is private. Refreshed only when a version
/// is published, so that edits stay private until then.
/// </summary>
internal sealed class WriteUpCard(IncidentDb db, Dossiers dossiers, SlackWorkspace workspace) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = int.Parse(subject, CultureInfo.InvariantCulture);
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
        var dossier = await dossiers.LoadAsync(incident, cancellationToken);
        return dossier.Ok
            ? new CardView(PlaceOf(incident), WriteUpMessage.Render(dossier.Value, await LinksAsync(incident, cancellationToken)))
            : null;
    }

    public static Address PlaceOf(Incident incident) => incident.IsPrivate ? Address.Incident(incident.Number) : Address.Announcements;

    public static string NameOf(int number) => BotMessageNames.Card(BotMessageNames.WriteUp, number);

    private async Task<Mrkdwn> LinksAsync(Incident incident, CancellationToken cancellationToken)
    {
        var channel = await db.Channels.FindAsync([incident.Number], cancellationToken);
        var headline = await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.Headline, incident.Number)], cancellationToken);
        return Mrkdwn.Join(
            " · ",
            channel?.ChannelId is { } id ? Mrkdwn.Channel(id) : Mrkdwn.Empty,
            headline is null ? Mrkdwn.Empty : Mrkdwn.Link(workspace.Permalink(headline.ChannelId, headline.Ts), "the incident's headline"));
    }
}
