using IncidentBot.People;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Effects.Reminders;

/// <summary>Notifications that waited for the end of their reader's quiet hours.</summary>
internal sealed class WaitingNotifications(IncidentDb db, PeopleDirectory people) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await db.ReminderLines.AsNoTracking().Where(line => line.Message == null)
            .OrderBy(line => line.CreatedAt).ThenBy(line => line.Occurrence).ToListAsync(cancellationToken);
        var readers = await people.FindAllAsync(waiting.Select(line => line.Reader).Distinct(), cancellationToken);
        return waiting.ConvertAll(line => new DueReminder(readers[line.Reader], line.Occurrence, line.Card, line.Subject)
        {
            Incidents = line.Incidents,
            IsAtOnce = true,
        });
    }
}
