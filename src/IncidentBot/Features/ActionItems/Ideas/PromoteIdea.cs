using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems.Ideas;

/// <summary>Answers "Make it an action": opens the form of an action item, filled in from the idea.</summary>
internal sealed class PromoteIdea(IncidentDb db, Access access, IdeaDrafts drafts, ItemFormOpener forms) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var id = ButtonValue.Read(request.Action.Data).Id();
        var idea = await db.ActionIdeas.AsNoTracking().SingleOrDefaultAsync(idea => idea.Id == id, cancellationToken);
        if (await access.FindOrReplyAsync(request, idea?.IncidentNumber ?? 0, cancellationToken) is not { } incident || idea is null)
        {
            return;
        }

        var key = new FormKey(incident.Number, id.ToString("N"), List: OpenedList.Of(request));
        var draft = await drafts.OfAsync(idea, incident, cancellationToken);
        var form = await forms.NewAsync(key, incident, draft, new PersonId(request.User.Id), cancellationToken);
        await forms.ShowAsync(request, form, cancellationToken);
    }
}

/// <summary>Turns an idea into a draft: its owner only if they may see the incident.</summary>
internal sealed class IdeaDrafts(ItemOwners owners)
{
    public async Task<ActionDraft> OfAsync(ActionIdea idea, Incident incident, CancellationToken cancellationToken)
    {
        var (owner, _) = await owners.FindAsync(idea.Owner, incident, cancellationToken);
        return new ActionDraft(idea.Text, owner, idea.DueDate)
        {
            SuccessMetric = idea.SuccessMetric,
            Effort = idea.Effort,
            Priority = idea.Priority,
            Rank = idea.Rank,
            Helpers = idea.Helpers,
            Team = idea.Team,
            TicketLink = idea.TicketLink,
            AgreementOn = idea.AgreementOn,
            Destination = idea.Destination,
        };
    }
}
