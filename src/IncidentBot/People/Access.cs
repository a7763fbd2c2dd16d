using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.People;

/// <summary>
/// Who may touch an incident: members of the workspace who may see it. Guests write and react, and decide nothing. Every
/// handler of a button, a modal or a verb comes in through here.
/// </summary>
internal sealed class Access(IncidentDb db, PeopleDirectory people, Replies replies)
{
    /// <summary>The incident to change; or a refusal that does not tell whether a private one exists.</summary>
    public async Task<Result<Incident>> FindAsync(PersonId person, int number, CancellationToken cancellationToken)
    {
        if ((await people.FindAsync(person, cancellationToken)).IsGuest)
        {
            return new Refusal("Guests can write and react in an incident's channel; buttons and commands are for members. Ask one of them.");
        }

        var incident = await db.Incidents.Where(IncidentVisibility.SeenBy(person))
            .SingleOrDefaultAsync(incident => incident.Number == number, cancellationToken);
        return incident is null ? new Refusal($"There is no incident {number} that you can see.") : incident;
    }

    /// <summary>The same for a button; null when the person was told why not.</summary>
    public async Task<Incident?> FindOrTellAsync(BlockActionRequest request, int number, CancellationToken cancellationToken)
    {
        var found = await FindAsync(new PersonId(request.User.Id), number, cancellationToken);
        if (!found.Ok)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return null;
        }

        return found.Value;
    }
}
