using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>An action item and the rights to change it.</summary>
internal sealed record OpenedItem(Incident Incident, ActionItem Item, ActionItemRights Rights);

/// <summary>Finds an action item for someone who wants to change it.</summary>
internal sealed class ItemAccess(IncidentDb db, Access access, TimeProvider time)
{
    public async Task<Result<OpenedItem>> FindAsync(PersonId person, Guid id, CancellationToken cancellationToken)
    {
        if (await db.ActionItems.SingleOrDefaultAsync(item => item.Id == id, cancellationToken) is not { } item)
        {
            return new Refusal(ActionWords.Gone);
        }

        var incident = await access.FindAsync(person, item.IncidentNumber, cancellationToken);
        return incident.Ok
            ? new OpenedItem(incident.Value, item, await RightsOfAsync(person, incident.Value, item, cancellationToken))
            : incident.Refusal;
    }

    /// <summary>
    /// Whoever runs a meeting may also change the items of its incident and the earlier ones that its board shows, until it ends.
    /// </summary>
    private async Task<ActionItemRights> RightsOfAsync(
        PersonId person, Incident incident, ActionItem item, CancellationToken cancellationToken)
    {
        var rights = await RightsAsync(incident, cancellationToken);
        return await IsReviewingAsync(person, item, cancellationToken) ? rights with { StandIn = person } : rights;
    }

    private async Task<bool> IsReviewingAsync(PersonId person, ActionItem item, CancellationToken cancellationToken)
    {
        var boards = await db.Boards.AsNoTracking()
            .Where(board => board.RunBy == person && board.FinishedAt == null).ToListAsync(cancellationToken);
        foreach (var board in boards.Where(board => board.IsRunning(time.GetUtcNow())))
        {
            if (board.IncidentNumber == item.IncidentNumber || await db.ShowsAsync(board, item, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lead and facilitator; while there is neither, the declarer of the incident stands in.</summary>
    public async Task<ActionItemRights> RightsAsync(Incident incident, CancellationToken cancellationToken)
    {
        var facilitator = await db.PostMortems.Where(postMortem => postMortem.IncidentNumber == incident.Number)
            .Select(postMortem => postMortem.Facilitator).SingleOrDefaultAsync(cancellationToken);
        return ActionItemRights.Of(incident.Lead, facilitator, incident.DeclaredBy);
    }
}
