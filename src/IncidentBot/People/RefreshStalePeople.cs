using IncidentBot.Jobs;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.People;

/// <summary>
/// Asks Slack once a day about everyone with open work: an event about someone who left may have been lost, and what
/// they still have to do would wait forever.
/// </summary>
internal sealed class RefreshStalePeople(IncidentDb db, PeopleDirectory people, ISlackApi slack) : ISweep
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now - Fresh;
        var stale = await db.People
            .Where(person => person.FetchedAt < before && !person.IsBot && !person.IsDeactivated)
            .Where(person => db.ActionItems.Any(item => item.Owner == person.Id && item.ClosedAt == null)
                || db.PostMortems.Any(postMortem => postMortem.Facilitator == person.Id && postMortem.WriteUp.PublishedAt == null)
                || db.Incidents.WhereOpen().Any(incident => incident.Roles.Any(holder => holder.Person == person.Id)))
            .OrderBy(person => person.FetchedAt).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var person in stale)
        {
            var answer = await slack.SendAsync(new UsersInfo(person.Id.Value), cancellationToken);
            if (answer.Ok)
            {
                await people.RefreshAsync(answer.Value.User, cancellationToken);
                person.FetchedAt = now;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
