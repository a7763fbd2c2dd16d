using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.PostMortems.Reminders;

/// <summary>
/// Asks everyone for help when a post-mortem is long overdue or no one responsible is left, and marks what is overdue on the incident's
/// cards.
/// </summary>
internal sealed class RemindOfPostMortems(
    IncidentDb db, DuePostMortems duePostMortems, PostMortemViews views, ResponsiblePeople responsible) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (incident, postMortem, due) in await duePostMortems.AllAsync(now, cancellationToken))
        {
            if (PostMortemClock.OverdueSince(postMortem, now) is not null)
            {
                await MarkAsync(incident, due, now, cancellationToken);
            }

            if (due.Audience == PostMortemAudience.Announcements
                || (await responsible.AllAsync(incident, postMortem.Facilitator, cancellationToken)).Count == 0)
            {
                await AskEveryoneAsync(incident, due, now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task AskEveryoneAsync(
        Incident incident, PostMortemReminder due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var loaded = await views.LoadForReminderAsync(
            incident.Number, _ => PostMortemReminderMessage.SaysWhatIsMissing(due.Kind), cancellationToken);
        if (loaded is { Ok: true, Value: var view })
        {
            await db.EnqueueOnceAsync(
                Lane.Incident(incident.Number),
                IncidentPosts.InPublic(incident, PostMortemReminderMessage.Render(view, due.Kind, now)),
                due.Key,
                now,
                cancellationToken);
        }
    }

    /// <summary>Draws the cards again with each reminder, so that they show the age of what is overdue.</summary>
    private async Task MarkAsync(Incident incident, PostMortemReminder due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var card in new[] { BotMessageNames.StatusCard, BotMessageNames.Headline })
        {
            var refresh = new RefreshCard(card, IncidentWords.Number(incident));
            await db.EnqueueOnceAsync(Lane.Incident(incident.Number), refresh, $"{due.Key}:{card}", now, cancellationToken);
        }
    }
}
