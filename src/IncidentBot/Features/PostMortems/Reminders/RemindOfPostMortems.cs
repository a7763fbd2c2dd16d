using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.Reminders;

/// <summary>
/// Reminds people of due post-mortems and unpublished write-ups. What is due is computed from the state, so
/// reminders stop by themselves; each occurrence has a key for each person, so a restart doesn't repeat it. In someone's quiet hours their
/// DM waits: the first sweep after them sends the newest occurrence.
/// </summary>
internal sealed class RemindOfPostMortems(
    IncidentDb db, PostMortemViews views, ResponsiblePeople responsiblePeople, ReminderPosts reminders) : ISweep
{
    private static readonly HashSet<string> NothingYet = [];

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A DM about sharing may have to wait for a long weekend to end.
        var recently = now - (2 * PostMortemClock.ShareWithin);
        var owed = await db.PostMortems.AsNoTracking()
            .Where(
                each =>
                    (each.WriteUp.PublishedAt == null || each.WriteUp.PublishedAt > recently) && each.DueAt != null
                        && each.Need != PostMortemNeed.Optional)
            .ToListAsync(cancellationToken);
        foreach (var (number, reminder) in owed.Select(each => (each.IncidentNumber, PostMortemReminders.Due(each, now, NothingYet))))
        {
            if (reminder is { } due)
            {
                await RemindAsync(number, due, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task RemindAsync(int number, PostMortemReminder due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(number, cancellationToken) is not { Ok: true, Value: var view })
        {
            return;
        }

        var responsible = await responsiblePeople.AllAsync(view, cancellationToken);
        if (due.Audience == PostMortemAudience.Announcements || responsible.Count == 0)
        {
            await db.EnqueueOnceAsync(
                Lane.Incident(number),
                IncidentPosts.InPublic(view.Incident, PostMortemReminderMessage.Render(view, due.Kind)),
                due.Key,
                now,
                cancellationToken);
            return;
        }

        foreach (var person in responsible)
        {
            var reminder = new Reminder(ReminderKey.For(due, person.Id), PostMortemReminderMessage.Render(view, due.Kind))
            {
                Nudge = $"post_mortem:{view.Number}",
            };
            await reminders.SendAsync(person, reminder, now, cancellationToken);
        }
    }
}
