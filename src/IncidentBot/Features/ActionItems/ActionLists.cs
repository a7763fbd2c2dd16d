using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>Loads the lists, and refreshes an open one after a change.</summary>
internal sealed class ActionLists(
    IncidentDb db, ISlackApi slack, OverviewRefresh overview, IOptions<ActionItemsOptions> options, TimeProvider time)
    : IOpenActionLists
{
    public async Task<Modal> OfAsync(Incident incident, CancellationToken cancellationToken)
    {
        var items = await db.ActionItems.AsNoTracking().Where(item => item.IncidentNumber == incident.Number)
            .OrderBy(item => item.ClosedAt != null).ThenBy(item => item.DueDate).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var ideas = await db.OpenIdeas(incident.Number).AsNoTracking().ToListAsync(cancellationToken);
        return ActionListModal.Render(new ActionList(incident, items, ideas, options.Value.Budget, time.GetUtcNow()));
    }

    public async Task<Modal> MineAsync(PersonId person, CancellationToken cancellationToken)
    {
        var own = await db.OpenItemsOf(person)
            .OrderBy(item => item.DueDate).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        return ActionListModal.Render(own, time.GetUtcNow());
    }

    public async Task RefreshAsync(OpenedList? open, PersonId reader, CancellationToken cancellationToken)
    {
        if (open is null)
        {
            return;
        }

        var list = int.TryParse(open.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader))
                .SingleOrDefaultAsync(incident => incident.Number == number, cancellationToken) is { } incident
            ? await OfAsync(incident, cancellationToken)
            : await MineAsync(reader, cancellationToken);
        await slack.SendAsync(new ViewsUpdate(list) { ViewId = open.ViewId }, cancellationToken);
        await overview.ShowAsync(open.OverviewId, number, reader, cancellationToken);
    }

    /// <summary>The parked idea to promote next; null when there is no room or nothing is parked.</summary>
    public async Task<ActionIdea?> NextToPromoteAsync(int incidentNumber, CancellationToken cancellationToken)
    {
        var items = await db.ActionItems.Where(item => item.IncidentNumber == incidentNumber).ToListAsync(cancellationToken);
        var ideas = await db.ActionIdeas.Where(idea => idea.IncidentNumber == incidentNumber).ToListAsync(cancellationToken);
        return options.Value.Budget.NextToPromote(ideas, items);
    }
}
