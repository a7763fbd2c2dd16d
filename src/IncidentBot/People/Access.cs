using System.Globalization;
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
/// handler of a button, a modal or a verb checks access here. Members act on a public incident from anywhere, and are invited to its
/// channel.
/// </summary>
internal sealed class Access(IncidentDb db, Replies replies, IInviteNewcomers newcomers)
{
    /// <summary>The same sentence for a private incident, so that no one learns whether one exists.</summary>
    public static Refusal NotFound(int number) => new($"Incident {number} doesn't exist, or you can't see it. Check the number.");

    /// <summary>The incident to change; or a refusal that does not tell whether a private one exists.</summary>
    public async Task<Result<Incident>> FindAsync(PersonId person, int number, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.Where(IncidentVisibility.SeenBy(person))
            .SingleOrDefaultAsync(incident => incident.Number == number, cancellationToken);
        if (incident is null)
        {
            return NotFound(number);
        }

        await newcomers.InviteAsync(incident, person, cancellationToken);
        return incident;
    }

    /// <summary>
    /// The same for a button. A button inside a form may name the incident again; one that names another than the form is not ours.
    /// </summary>
    public async Task<Result<Incident>> FindAsync(BlockActionRequest request, int number, CancellationToken cancellationToken) =>
        NumberIn(request) is var named and > 0 && named != number
            ? NotFound(named)
            : await FindAsync(new PersonId(request.User.Id), number, cancellationToken);

    /// <summary>The same for a button; null when the person got a refusal.</summary>
    public async Task<Incident?> FindOrReplyAsync(BlockActionRequest request, int number, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, number, cancellationToken);
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return null;
        }

        return found.Value;
    }

    /// <summary>The number at the beginning of a button's value, "12" or "12:3"; 0 when there is none.</summary>
    private static int NumberIn(BlockActionRequest request) =>
        int.TryParse(request.Action.Data.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
