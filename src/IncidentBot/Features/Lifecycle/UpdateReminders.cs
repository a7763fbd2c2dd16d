using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Asks for status updates when they are due, and again after each further interval without one.</summary>
internal sealed class UpdateReminders(IncidentDb db) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var numbers = db.Incidents.Where(incident => incident.NextUpdateDue <= now).Select(incident => incident.Number);
        var due = await db.Incidents.AsNoTracking()
            .Where(incident => numbers.Contains(incident.Number))
            .WithReachableChannel(db)
            .ToListAsync(cancellationToken);
        foreach (var incident in due)
        {
            if (StatusCadence.Reminder(incident, now) is { } count)
            {
                await RemindAsync(incident, count, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    /// <summary>The reminder before this one loses its buttons, and the status card shows what is overdue.</summary>
    private async Task RemindAsync(Incident incident, int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lane = Lane.Incident(incident.Number);
        var card = UpdateReminderCard.Of(incident, count);
        await db.EnqueueOnceAsync(lane, card, card.Name, now, cancellationToken);
        if (await UpdateReminderCard.LatestAsync(db, incident.Number, incident.NextUpdateDue, cancellationToken) is { } earlier
            && earlier.Name != card.Name)
        {
            await db.EnqueueOnceAsync(lane, earlier, $"{card.Name}:{earlier.Subject}", now, cancellationToken);
        }

        var status = new RefreshCard(BotMessageNames.StatusCard, ButtonValue.Write(incident.Number));
        await db.EnqueueOnceAsync(lane, status, $"{card.Name}:{status.Card}", now, cancellationToken);
    }
}
