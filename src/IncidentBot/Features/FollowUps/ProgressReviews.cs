using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Storage;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Shows the lead and the facilitator how the action items are going on the review date, unless all are closed. Someone who owns
/// all open items gets only the owner's reminders.
/// </summary>
internal sealed class ProgressReviews(
    IncidentDb db, PostMortemViews views, DueReviews reviews, ResponsiblePeople responsible, ReminderPosts reminders) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await reviews.AllAsync(cancellationToken);
        foreach (var days in all.Where(days => reviews.Newest(days, days.Progress, now) is not null))
        {
            if (await views.LoadAsync(days.Number, cancellationToken) is { Ok: true, Value: var view }
                && view.Actions.Any(action => !action.IsClosed))
            {
                await NotifyAsync(view, days, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task NotifyAsync(PostMortemView view, ReviewDays days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reader in await responsible.AllAsync(view, cancellationToken))
        {
            var othersHaveOpenItems = view.Actions.Any(action => !action.IsClosed && action.Owner != reader.Id);
            if (othersHaveOpenItems && reviews.DueFor(reader, days, days.Progress, now) is { } review)
            {
                var key = FormattableString.Invariant($"progress:{view.PostMortem.Id:N}:{review.On:yyyyMMdd}:{reader.Id}");
                await reminders.SendAsync(reader, new Reminder(key, ProgressMessage.Render(view, now)), now, cancellationToken);
            }
        }
    }
}
