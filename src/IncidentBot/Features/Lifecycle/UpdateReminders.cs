using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Asks for status updates when they are due, and again after each further interval without one.</summary>
internal sealed class UpdateReminders(IncidentDb db) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await db.Incidents.AsNoTracking()
            .Where(incident => incident.NextUpdateDue != null && incident.NextUpdateDue <= now)
            .Where(incident => db.Channels.Any(channel =>
                channel.IncidentNumber == incident.Number
                    && (channel.OwnId != null || channel.BorrowedId != null)
                    && !channel.IsArchived
                    && !channel.IsBotOut))
            .ToListAsync(cancellationToken);
        foreach (var incident in due)
        {
            if (StatusCadence.Reminder(incident, now) is { } reminder)
            {
                var key = $"update_due:{incident.Number}:{incident.NextUpdateDue!.Value.ToUnixTimeSeconds()}:{reminder}";
                var post = new Post(Address.Incident(incident.Number), UpdateReminderMessage.Render(incident))
                {
                    Nudge = $"update_due:{incident.Number}",
                };
                await db.EnqueueOnceAsync(Lane.Incident(incident.Number), post, key, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }
}
