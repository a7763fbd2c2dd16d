using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects.Reminders;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Facilitators;

/// <summary>
/// Removes a facilitator whose account was deactivated, and asks the lead, or the lead's stand-in, to choose another.
/// Runs when an account changes; the sweep catches events that were missed.
/// </summary>
internal sealed class ReplaceFacilitators(
    IncidentDb db, PostMortemViews views, PeopleDirectory people, PersonalReminders reminders, TimeProvider time)
    : ISweep, IEventHandler<UserChange>
{
    public Task HandleAsync(UserChange slackEvent, CancellationToken cancellationToken) =>
        slackEvent.User.Deleted ? RunAsync(time.GetUtcNow(), cancellationToken) : Task.CompletedTask;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var departed = await db.People.Where(person => person.IsDeactivated).Select(person => (PersonId?)person.Id)
            .ToListAsync(cancellationToken);
        var numbers = await db.PostMortems.AsNoTracking()
            .Where(each => each.State == PostMortemState.Due || each.State == PostMortemState.Scheduled
                || each.State == PostMortemState.Held || each.State == PostMortemState.Drafted)
            .Where(each => departed.Contains(each.Facilitator))
            .Select(each => each.IncidentNumber).ToListAsync(cancellationToken);
        foreach (var number in numbers)
        {
            if (await views.LoadAsync(number, cancellationToken) is { Ok: true, Value: { PostMortem.Facilitator: { } left } view }
                && (await people.FindAsync(left, cancellationToken)).IsDeactivated)
            {
                await ReplaceAsync(view, left, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task ReplaceAsync(PostMortemView view, PersonId left, DateTimeOffset now, CancellationToken cancellationToken)
    {
        view.PostMortem.RemoveDepartedFacilitator(now);
        foreach (var person in new[] { view.Incident.Lead, view.Incident.DeclaredBy }.OfType<PersonId>())
        {
            if (await people.FindAsync(person, cancellationToken) is { IsDeactivated: false } reader)
            {
                var key = ReminderKey.FacilitatorLeft(view.PostMortem, left);
                var subject = ButtonValue.Write(view.Number, left, person);
                var notification = new DueReminder(reader, key, BotMessageNames.FacilitatorLeft, subject) { Incidents = [view.Number] };
                await reminders.NotifyAsync(notification, now, cancellationToken);
                return;
            }
        }

        db.Enqueue(Lane.Incident(view.Number), FacilitatorCallCard.Post(view.Incident, FacilitatorMessage.Gone(view, left)), now);
    }
}
