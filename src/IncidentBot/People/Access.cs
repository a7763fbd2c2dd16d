using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.People;

/// <summary>
/// Who may change an incident: whoever may see it; only members of the workspace get this far, see <see cref="MembersOnly"/>. Every
/// handler of a button, a modal or a verb checks access here.
/// </summary>
internal sealed class Access(IncidentDb db, Replies replies)
{
    /// <summary>The same sentence for a private incident, so that no one learns whether one exists.</summary>
    public static Refusal NotFound(int number) => new($"There is no incident {number} that you can see.");

    /// <summary>The incident to change; or a refusal that does not tell whether a private one exists.</summary>
    public async Task<Result<Incident>> FindAsync(PersonId person, int number, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.Where(IncidentVisibility.SeenBy(person))
            .SingleOrDefaultAsync(incident => incident.Number == number, cancellationToken);
        return incident is null ? NotFound(number) : incident;
    }

    /// <summary>The same for a button; null when the person got a refusal.</summary>
    public async Task<Incident?> FindOrReplyAsync(BlockActionRequest request, int number, CancellationToken cancellationToken)
    {
        var found = await FindAsync(new PersonId(request.User.Id), number, cancellationToken);
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return null;
        }

        return found.Value;
    }
}
