using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Facilitators;

/// <summary>
/// Removes a facilitator whose account was deactivated, and asks the lead, or the lead's stand-in, to choose another.
/// Runs when an account changes; the sweep catches events that were missed.
/// </summary>
internal sealed class ReplaceFacilitators(
    IncidentDb db, PostMortemViews views, PeopleDirectory people, TimeProvider time) : ISweep, IEventHandler<UserChange>
{
    public Task HandleAsync(UserChange slackEvent, CancellationToken cancellationToken) =>
        slackEvent.User.Deleted ? RunAsync(time.GetUtcNow(), cancellationToken) : Task.CompletedTask;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var numbers = await db.PostMortems.AsNoTracking()
            .Where(each => each.WriteUp.PublishedAt == null && each.State != PostMortemState.Waived
                && each.State != PostMortemState.NotRequired)
            .Where(each => db.People.Any(person => person.IsDeactivated && person.Id == each.Facilitator))
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
        var content = FacilitatorMessage.Gone(view, left);
        foreach (var person in new[] { view.Incident.Lead, view.Incident.DeclaredBy }.OfType<PersonId>())
        {
            if (!(await people.FindAsync(person, cancellationToken)).IsDeactivated)
            {
                var key = ReminderKey.FacilitatorLeft(view.PostMortem, left);
                await db.EnqueueOnceAsync(Lane.Person(person), new Post(Address.Person(person), content), key, now, cancellationToken);
                return;
            }
        }

        db.Enqueue(Lane.Incident(view.Number), IncidentPosts.InPublic(view.Incident, content), now);
    }
}
