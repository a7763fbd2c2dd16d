using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects.Reminders;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Tells the lead and the facilitator that the structural gap is open again: once for each reason, in their working hours.
/// </summary>
internal sealed class NotifyReopenedGap(IncidentDb db, ResponsiblePeople responsible) : IReminderSource
{
    // Long enough for everyone to be back from a holiday; the unique key prevents a second message.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Recent;
        var numbers = db.PostMortems.Where(each => each.Reviews.ReopenedAt > since).Select(each => each.IncidentNumber);
        var open = (await (
            from postMortem in db.PostMortems.AsNoTracking().Where(each => numbers.Contains(each.IncidentNumber))
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            orderby postMortem.IncidentNumber
            select new { incident, postMortem }).ToListAsync(cancellationToken))
            .FindAll(each => each.incident.Status == IncidentStatus.Resolved);
        await responsible.ReadAsync(open.Select(each => (each.incident, each.postMortem.Facilitator)), cancellationToken);
        var reminders = new List<DueReminder>();
        foreach (var (incident, postMortem) in open.Select(each => (each.incident, each.postMortem)))
        {
            var causes = postMortem.Reviews.ReopenReasons.Where(cause => cause.At > since).ToList();
            var readers = await responsible.AllAsync(incident, postMortem.Facilitator, cancellationToken);
            reminders.AddRange(
                from reader in readers
                from cause in causes
                select new DueReminder(
                    reader,
                    $"{ReopenedGap.KeyOf(postMortem, cause)}:{reader.Id}",
                    BotMessageNames.OpenGap,
                    ButtonValue.Write(incident.Number, cause.Key, reader.Id))
                {
                    Incidents = [incident.Number],
                    IsAtOnce = true,
                });
        }

        return reminders;
    }
}
