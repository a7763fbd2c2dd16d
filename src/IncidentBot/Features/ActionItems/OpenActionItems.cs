using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Time;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers "Action items", "My action items", "Add action item" and "Make it an action item": opens the list or the form.
/// </summary>
internal sealed class OpenActionItems(
    IncidentDb db,
    Access access,
    ItemOwners owners,
    ActionLists lists,
    FormOpening forms,
    IOptions<ActionItemsOptions> options,
    TimeProvider time)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var modal = request.Action.ActionId switch
        {
            ItemActions.Mine => await lists.MineAsync(new PersonId(request.User.Id), cancellationToken),
            ItemActions.Promote => await IdeaAsync(request, cancellationToken),
            _ => await IncidentAsync(request, cancellationToken),
        };
        if (modal is not null)
        {
            await forms.ShowAsync(request, modal, cancellationToken);
        }
    }

    private async Task<Modal?> IncidentAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        _ = int.TryParse(request.Action.Data, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is not { } incident)
        {
            return null;
        }

        return request.Action.ActionId == ItemActions.Add
            ? ItemFormModal.Render(ItemForm.New(new FormKey(number, List: FormOpening.ListOf(request)), incident, new ActionDraft("")))
            : await lists.OfAsync(incident, cancellationToken);
    }

    private async Task<Modal?> IdeaAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        _ = Guid.TryParseExact(request.Action.Data, "N", out var id);
        var idea = await db.ActionIdeas.AsNoTracking().SingleOrDefaultAsync(idea => idea.Id == id, cancellationToken);
        if (await access.FindOrReplyAsync(request, idea?.IncidentNumber ?? 0, cancellationToken) is not { } incident || idea is null)
        {
            return null;
        }

        var (owner, _) = await owners.FindAsync(idea.Owner, incident, cancellationToken);
        var today = Zones.DateIn(time.GetUtcNow(), Zones.Find(owner?.Zone ?? "UTC"));
        var draft = new ActionDraft(idea.Text, owner, idea.DueDate ?? options.Value.Sprints.EndOfNext(today))
        {
            SuccessMetric = idea.SuccessMetric,
            Effort = idea.Effort,
            Priority = idea.Priority,
            Rank = idea.Rank,
        };
        return ItemFormModal.Render(
            ItemForm.New(new FormKey(incident.Number, id.ToString("N"), List: FormOpening.ListOf(request)), incident, draft));
    }
}
