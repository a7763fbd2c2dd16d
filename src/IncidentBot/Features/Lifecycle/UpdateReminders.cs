using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Asks for status updates when they are due, and again after each further interval without one.</summary>
internal sealed class UpdateReminders(IncidentDb db, ReminderPosts reminders) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await db.Incidents.AsNoTracking()
            .Where(incident => incident.NextUpdateDue != null && incident.NextUpdateDue <= now)
            .WithReachableChannel(db)
            .ToListAsync(cancellationToken);
        foreach (var incident in due)
        {
            if (StatusCadence.Reminder(incident, now) is { } count)
            {
                var key = $"update_due:{incident.Number}:{incident.NextUpdateDue!.Value.ToUnixTimeSeconds()}:{count}";
                var reminder = new Reminder(key, UpdateReminderMessage.Render(incident)) { Nudge = $"update_due:{incident.Number}" };
                await reminders.SendAsync(incident.Number, reminder, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }
}
