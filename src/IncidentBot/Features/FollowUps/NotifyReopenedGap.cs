using IncidentBot.Commands;
using IncidentBot.Domain.FollowUps;
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
        IReadOnlyList<ReopenReason> none = [];
        var open = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            where incident.Status == IncidentStatus.Resolved && postMortem.Reviews.ReopenReasons != none
            orderby postMortem.IncidentNumber
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        var reminders = new List<DueReminder>();
        foreach (var (incident, postMortem) in open.Select(each => (each.incident, each.postMortem)))
        {
            var causes = postMortem.Reviews.ReopenReasons.Where(cause => cause.At > now - Recent).ToList();
            var readers = causes.Count == 0 ? [] : await responsible.AllAsync(incident, postMortem.Facilitator, cancellationToken);
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
