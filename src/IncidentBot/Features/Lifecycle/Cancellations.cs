using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Cancels an incident for people who may do so.</summary>
internal sealed class Cancellations(IncidentDb db, IncidentChanges changes, IOptions<IncidentsOptions> options)
{
    public async Task<SlashCommandResponse> CancelAsync(
        VerbRequest request, Func<Incident, DateTimeOffset, Result> cancel, CancellationToken cancellationToken)
    {
        var facilitator = await db.PostMortems.Where(postMortem => postMortem.IncidentNumber == request.Incident)
            .Select(postMortem => postMortem.Facilitator).SingleOrDefaultAsync(cancellationToken);
        var isAdmin = options.Value.IsAdmin(request.Actor);
        return Answers.ToCommand(await changes.ApplyAsync(
            new ChangeRequest(request.Actor, request.Incident),
            (incident, now) => new IncidentRights(incident.Lead, facilitator).MayCancel(request.Actor, isAdmin) is { Refusal: { } refusal }
                ? refusal
                : cancel(incident, now),
            cancellationToken));
    }
}
