using IncidentBot.Domain;
using IncidentBot.Domain.Time;
using IncidentBot.Effects.Reminders;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Shows the lead and the facilitator how the action items are going on the review date, and asks what was learned since, also when all
/// are closed. Someone who owns all open items gets only the owner's reminders.
/// </summary>
internal sealed class ProgressReviews(IncidentDb db, DueReviews reviews, ResponsiblePeople responsible) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await reviews.ProgressAsync(now, cancellationToken);
        var numbers = due.Select(days => days.Number).ToList();
        var owners = (await db.ActionItems.Where(item => item.ClosedAt == null && numbers.Contains(item.IncidentNumber))
            .Select(item => new { item.IncidentNumber, item.Owner }).ToListAsync(cancellationToken))
            .ToLookup(item => item.IncidentNumber, item => item.Owner);
        await responsible.ReadAsync(due.Select(days => (days.Incident, days.Facilitator)), cancellationToken);
        var reminders = new List<DueReminder>();
        foreach (var days in due)
        {
            reminders.AddRange(await OfAsync(days, [.. owners[days.Number]], now, cancellationToken));
        }

        return reminders;
    }

    private async Task<IEnumerable<DueReminder>> OfAsync(
        ReviewDays days, List<PersonId> owners, DateTimeOffset now, CancellationToken cancellationToken) =>
        from reader in await responsible.AllAsync(days.Incident, days.Facilitator, cancellationToken)
        where owners.Count == 0 || owners.Exists(owner => owner != reader.Id)
        let review = reviews.DueFor(reader, days, days.Progress, now)
        where review is not null
        select new DueReminder(
            reader,
            FormattableString.Invariant($"progress:{days.PostMortemId:N}:{review.On:yyyyMMdd}:{reader.Id}"),
            BotMessageNames.Progress,
            new ReminderSubject(days.Number, reader.Id, Zones.DateIn(now, Zones.Find(reader.Zone))).ToString())
        {
            Incidents = [days.Number],
        };
}
