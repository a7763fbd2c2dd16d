using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Cancels an incident, or marks it as a duplicate, for people who may do so.</summary>
internal sealed class Cancellations(IncidentDb db, IncidentChanges changes, IOptions<IncidentsOptions> options)
{
    public Task<Result<bool>> CancelAsync(PersonId actor, int number, string reason, CancellationToken cancellationToken) =>
        ApplyAsync(actor, number, (incident, now) => incident.Cancel(reason, actor, now), cancellationToken);

    /// <param name="actor">Who asks.</param>
    /// <param name="number">The incident.</param>
    /// <param name="other">The number of the incident that it duplicates; 0 when it could not be read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<Result<bool>> MarkDuplicateAsync(PersonId actor, int number, int other, CancellationToken cancellationToken)
    {
        var exists = await db.Incidents.Where(IncidentVisibility.SeenBy(actor))
            .AnyAsync(incident => incident.Number == other, cancellationToken);
        return exists || other == 0
            ? await ApplyAsync(actor, number, (incident, now) => incident.MarkDuplicateOf(other, actor, now), cancellationToken)
            : Access.NotFound(other);
    }

    /// <summary>The number in "of 7", "7" or "of #7"; 0 when there is none.</summary>
    public static int ReadNumber(string text)
    {
        var last = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var number] => number,
            ["of", var number] => number,
            _ => "",
        };
        return int.TryParse(last.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? other : 0;
    }

    private async Task<Result<bool>> ApplyAsync(
        PersonId actor, int number, Func<Incident, DateTimeOffset, Result> cancel, CancellationToken cancellationToken)
    {
        var facilitator = await db.PostMortems.Where(postMortem => postMortem.IncidentNumber == number)
            .Select(postMortem => postMortem.Facilitator).SingleOrDefaultAsync(cancellationToken);
        var isAdmin = options.Value.IsAdmin(actor);
        return await changes.ApplyAsync(
            new ChangeRequest(actor, number),
            (incident, now) => new IncidentRights(incident.Lead, facilitator).MayCancel(actor, isAdmin) is { Refusal: { } refusal }
                ? refusal
                : cancel(incident, now),
            cancellationToken);
    }
}
