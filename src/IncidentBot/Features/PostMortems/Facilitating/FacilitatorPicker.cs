using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.PostMortems.Meetings;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.Facilitating;

/// <summary>The picker for somebody: with the pool, who of it was asked, and who is skipped and why (R28).</summary>
internal sealed class FacilitatorPicker(IncidentDb db, IncidentParts parts, FacilitatorPool pool, IOptions<IncidentsOptions> options)
{
    public async Task<Modal> RenderAsync(Dossier dossier, PersonId reader, PostMortemKey key, CancellationToken cancellationToken) =>
        FacilitatorModal.Render(key, dossier.PostMortem.Facilitator, warning: null, await OverviewAsync(dossier, reader, cancellationToken));

    /// <summary>The picker that warns of somebody who was close; null when they were not.</summary>
    public async Task<Modal?> WarnAsync(Dossier dossier, PersonId person, PersonId reader, PostMortemKey key, CancellationToken cancellationToken)
    {
        var fit = FacilitatorChoice.Judge(await parts.OfAsync(dossier.Incident, person, cancellationToken));
        return fit.Fits
            ? null
            : FacilitatorModal.Render(key, person, fit.Reason, await OverviewAsync(dossier, reader, cancellationToken));
    }

    private async Task<Block> OverviewAsync(Dossier dossier, PersonId reader, CancellationToken cancellationToken)
    {
        var candidates = await pool.CandidatesAsync(dossier.Incident, cancellationToken);
        if (candidates.Count == 0)
        {
            return new ContextBlock(Mrkdwn.Text($"Nobody is in the pool of facilitators yet; `{options.Value.Command} facilitate in` joins it."));
        }

        var asks = await db.FacilitatorAsks.AsNoTracking().Where(ask => ask.IncidentNumber == dossier.Number)
            .OrderBy(ask => ask.Turn).ToListAsync(cancellationToken);
        return new SectionBlock(PoolWords.For(reader, candidates, asks, dossier.PostMortem));
    }
}
