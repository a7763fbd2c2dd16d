using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.PostMortems.Reminding;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Sweeps;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.Facilitating;

/// <summary>
/// A facilitator whose account was deactivated does not facilitate: the choice is open again, and the lead, or who stands in,
/// is told. Answers the change of an account at once; the sweep catches what was missed.
/// </summary>
internal sealed class ReplaceFacilitators(IncidentDb db, Dossiers dossiers, PeopleDirectory people, TimeProvider time) : ISweep, IEventHandler<UserChange>
{
    public Task HandleAsync(UserChange slackEvent, CancellationToken cancellationToken) =>
        slackEvent.User.Deleted ? RunAsync(time.GetUtcNow(), cancellationToken) : Task.CompletedTask;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var numbers = await db.PostMortems.AsNoTracking()
            .Where(each => each.PublishedAt == null && each.State != PostMortemState.Waived && each.State != PostMortemState.NotOwed)
            .Where(each => db.People.Any(person => person.IsDeactivated && person.Id == each.Facilitator))
            .Select(each => each.IncidentNumber).ToListAsync(cancellationToken);
        foreach (var number in numbers)
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
            if (await dossiers.LoadAsync(incident, cancellationToken) is { Ok: true, Value: { PostMortem.Facilitator: { } left } dossier }
                && (await people.FindAsync(left, cancellationToken)).IsDeactivated)
            {
                await ReplaceAsync(dossier, left, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task ReplaceAsync(Dossier dossier, PersonId left, DateTimeOffset now, CancellationToken cancellationToken)
    {
        dossier.PostMortem.FacilitatorLeft(now);
        db.RefreshSurfaces(dossier.Incident, now);
        var content = FacilitatorMessage.Gone(dossier, left);
        foreach (var person in new[] { dossier.Incident.Lead, dossier.Incident.DeclaredBy }.OfType<PersonId>())
        {
            if (!(await people.FindAsync(person, cancellationToken)).IsDeactivated)
            {
                var key = ReminderKey.FacilitatorLeft(dossier.PostMortem, left);
                await db.EnqueueOnceAsync(Lane.Person(person), new Post(Address.Person(person), content), key, now, cancellationToken);
                return;
            }
        }

        db.Enqueue(Lane.Incident(dossier.Number), IncidentPosts.InPublic(dossier.Incident, content), now);
    }
}
