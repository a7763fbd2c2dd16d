using IncidentBot.Domain;
using IncidentBot.Domain.Facilitators;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Facilitators;

/// <summary>Builds the facilitator picker: the pool, who was asked, and who is skipped and why.</summary>
internal sealed class FacilitatorPicker(
    IncidentDb db, IncidentParticipation participation, FacilitatorPool pool, IOptions<IncidentsOptions> options)
{
    public async Task<Modal> RenderAsync(PostMortemView view, PersonId reader, PostMortemKey key, CancellationToken cancellationToken) =>
        FacilitatorModal.Render(key, view.PostMortem.Facilitator, warning: null, await OverviewAsync(view, reader, cancellationToken));

    /// <summary>The picker with a warning about someone who was close to the incident; null when they were not.</summary>
    public async Task<Modal?> WarnAsync(
        PostMortemView view, PersonId person, PersonId reader, PostMortemKey key, CancellationToken cancellationToken)
    {
        var fit = FacilitatorChoice.FitOf(await participation.OfAsync(view, person, cancellationToken));
        return fit.Fits
            ? null
            : FacilitatorModal.Render(key, person, fit.Reason, await OverviewAsync(view, reader, cancellationToken));
    }

    private async Task<Block> OverviewAsync(PostMortemView view, PersonId reader, CancellationToken cancellationToken)
    {
        var candidates = await pool.CandidatesAsync(view.Incident, view.PostMortem, cancellationToken);
        if (candidates.Count == 0)
        {
            return new ContextBlock(Mrkdwn.Text($"The facilitator pool is empty. Type `{options.Value.Command} facilitate in` to join."));
        }

        var asks = await db.FacilitatorRequests.AsNoTracking().Where(ask => ask.IncidentNumber == view.Number)
            .OrderBy(ask => ask.Turn).ToListAsync(cancellationToken);
        return new SectionBlock(PoolWords.For(reader, candidates, asks, view.PostMortem));
    }
}
