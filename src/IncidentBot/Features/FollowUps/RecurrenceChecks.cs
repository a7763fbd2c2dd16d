using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Asks the lead, or the lead's stand-in, on the review date whether the incident has happened again, and once more after "too early
/// to say".
/// </summary>
internal sealed class RecurrenceChecks(IncidentDb db, PostMortemViews views, DueReviews reviews, ResponsiblePeople responsible) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = (await reviews.DueAsync(FollowUpKind.Impact, now, cancellationToken)).Select(days => (Days: days, Key: KeyOf(days, now)))
            .ToList();
        var keys = due.ConvertAll(each => each.Key);
        var sent = await db.Outbox.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellationToken);
        foreach (var (days, key) in due.Where(each => !sent.Contains(each.Key)))
        {
            if (await views.LoadAsync(days.Number, cancellationToken) is { Ok: true, Value: var view }
                && await responsible.FirstAsync(view, cancellationToken) is { } reader
                && reviews.DueFor(reader, days, FollowUpKind.Impact, now) is { } review)
            {
                var card = new RefreshCard(BotMessageNames.Return, new RecurrenceSubject(days.Number, review.On, reader.Id).ToString());
                await db.EnqueueOnceAsync(Lane.Person(reader.Id), card, key, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    /// <summary>One key for all readers, so that only the first responsible person is asked.</summary>
    private string KeyOf(ReviewDays days, DateTimeOffset now) =>
        FormattableString.Invariant($"return:{days.Number}:{reviews.Newest(days, FollowUpKind.Impact, now)?.On:yyyyMMdd}");
}
