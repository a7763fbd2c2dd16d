using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>What the cards of an incident have in common.</summary>
internal static class IncidentCards
{
    /// <summary>The incident whose number is the card's subject, and its post-mortem if there is one.</summary>
    public static async Task<(Incident Incident, PostMortem? PostMortem)> IncidentOfCardAsync(
        this IncidentDb db, string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var postMortem = await db.PostMortems.AsNoTracking()
            .SingleOrDefaultAsync(postMortem => postMortem.IncidentNumber == number, cancellationToken);
        return (incident, postMortem);
    }

    /// <summary>Whether the meeting of the incident's post-mortem has begun and no one has ended it.</summary>
    public static Task<bool> IsMeetingAsync(this IncidentDb db, int number, CancellationToken cancellationToken) =>
        db.Boards.AnyAsync(board => board.IncidentNumber == number && board.FinishedAt == null, cancellationToken);

    /// <summary>Refreshes all of them where no saved change triggers it: for a new incident, and once its channel exists.</summary>
    public static void RefreshCards(this IncidentDb db, Incident incident, DateTimeOffset now)
    {
        var lane = Lane.Incident(incident.Number);
        var subject = IncidentWords.Number(incident);
        if (!incident.IsPrivate)
        {
            // First, because the card of an incident without a channel goes into its thread.
            db.Enqueue(lane, new RefreshCard(BotMessageNames.Headline, subject), now);
        }

        db.Enqueue(lane, new RefreshCard(BotMessageNames.StatusCard, subject), now);
        if (incident.HasChannel)
        {
            db.Enqueue(lane, new SetTopic(incident.Number), now);
        }
    }
}
