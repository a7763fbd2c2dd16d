using System.Text.Json;
using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// The published write-up in #incidents, or in the incident's own channel when that is private. Shows the newest published version,
/// so that edits stay unpublished until the next one, with the number of readers and buttons.
/// </summary>
internal sealed class WriteUpCard(
    IncidentDb db, PostMortemViews views, PublishedVersions versions, IncidentLinks around, IOptions<PostMortemOptions> options) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
        if (await ContentAsync(incident, cancellationToken) is not { } content)
        {
            return null;
        }

        var readers = await db.WriteUpReaders.CountAsync(reader => reader.IncidentNumber == number, cancellationToken);
        var channel = await db.Channels.FindAsync([number], cancellationToken);
        var links = await around.AroundWriteUpAsync(number, channel, cancellationToken);
        var document = await DocumentAsync(number, channel, cancellationToken);
        return new CardView(PlaceOf(incident), content.Followed(Footer(links, document, readers), Buttons(subject)));
    }

    public static Address PlaceOf(Incident incident) => incident.IsPrivate ? Address.Incident(incident.Number) : Address.Announcements;

    private async Task<MessageContent?> ContentAsync(Incident incident, CancellationToken cancellationToken)
    {
        if (await versions.NewestAsync(incident.Number, cancellationToken) is { } newest)
        {
            return new MessageContent(JsonSerializer.Deserialize<JsonElement>(newest.Message));
        }

        // The write-up was published before versions were stored.
        var view = await views.LoadAsync(incident, cancellationToken);
        return view.Ok ? WriteUpMessage.Render(view.Value, options.Value.GapTitle) : null;
    }

    /// <summary>Where the full document is: in the thread, and in the canvas once it is written.</summary>
    private async Task<Mrkdwn> DocumentAsync(int number, IncidentChannel? channel, CancellationToken cancellationToken) =>
        channel?.ChannelId is { } id
            && await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.Canvas, number)], cancellationToken) is not null
            ? Mrkdwn.Text($"full document in the thread and in the canvas of {Mrkdwn.Channel(id)}")
            : Mrkdwn.Raw("full document in the thread");

    private static ContextBlock Footer(Mrkdwn links, Mrkdwn document, int readers) => new(Mrkdwn.Join(
        " · ",
        links,
        document,
        readers switch { 0 => Mrkdwn.Empty, 1 => Mrkdwn.Raw("read by 1 person"), _ => Mrkdwn.Text($"read by {readers} people") }));

    private static ActionsBlock Buttons(string subject) => new(
        new Button(PostMortemActions.MarkAsRead, "Mark as read") { Value = subject },
        new Button(PostMortemActions.OpenCorrection, "Something is wrong") { Value = subject });
}
