using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Gives the open items of someone whose account was deactivated, or who can't see the private incident any more, to the incident's lead,
/// or the lead's stand-in. Slack's event triggers this at once; the sweep catches missed events.
/// </summary>
internal sealed class HandOverItems(IncidentDb db, PeopleDirectory people, ItemAccess access, ItemChanges changes, TimeProvider time)
    : ISweep, IEventHandler<UserChange>
{
    public Task HandleAsync(UserChange slackEvent, CancellationToken cancellationToken) =>
        slackEvent.User.Deleted ? RunAsync(time.GetUtcNow(), cancellationToken) : Task.CompletedTask;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var orphans = await (
            from item in db.ActionItems.Where(item => item.ClosedAt == null)
            join owner in db.People.Where(person => person.IsDeactivated) on item.Owner equals owner.Id
            select item).ToListAsync(cancellationToken);
        foreach (var item in orphans)
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == item.IncidentNumber, cancellationToken);
            var rights = await access.RightsAsync(incident, cancellationToken);
            if (await StandInAsync(incident, rights, cancellationToken) is { } lead)
            {
                await changes.ApplyAsync(new OpenedItem(incident, item, rights), lead.Id, at => item.HandOver(lead, at), cancellationToken);
            }
            else
            {
                await AskEveryoneAsync(incident, item, now, cancellationToken);
            }
        }

        await HandOverHiddenAsync(cancellationToken);
    }

    private async Task HandOverHiddenAsync(CancellationToken cancellationToken)
    {
        var open = await (
            from item in db.ActionItems.Where(item => item.ClosedAt == null)
            join incident in db.Incidents.Where(incident => incident.IsPrivate) on item.IncidentNumber equals incident.Number
            select new { item, incident }).ToListAsync(cancellationToken);
        foreach (var each in open.Where(each => !IncidentVisibility.Sees(each.item.Owner, each.incident)))
        {
            var (item, incident) = (each.item, each.incident);
            var rights = await access.RightsAsync(incident, cancellationToken);
            if (await StandInAsync(incident, rights, cancellationToken) is { } lead)
            {
                await changes.ApplyAsync(
                    new OpenedItem(incident, item, rights),
                    lead.Id,
                    at => item.HandOver(lead, at, hasLeftChannel: true),
                    cancellationToken);
            }
        }
    }

    private async Task<ActionOwner?> StandInAsync(Incident incident, ActionItemRights rights, CancellationToken cancellationToken)
    {
        foreach (var candidate in new[] { rights.Lead, rights.Facilitator, incident.DeclaredBy }.OfType<PersonId>())
        {
            var owner = ItemOwners.Owner(await people.FindAsync(candidate, cancellationToken));
            if (owner.IsActivePerson && IncidentVisibility.Sees(candidate, incident))
            {
                return owner;
            }
        }

        return null;
    }

    /// <summary>When no one responsible has an account any more, anyone in #incidents can take the item.</summary>
    private async Task AskEveryoneAsync(Incident incident, ActionItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = Mrkdwn.Text(
            $":wave: An action item from *{IncidentWords.Title(incident)}* needs a new owner: "
            + $"*{item.Text}*, due {ActionWords.Day(item.DueDate)}. Can you take it?");
        var content = new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(ItemActions.Button(ItemActions.Take, "Assign to me", item, ButtonStyle.Primary)));
        await db.EnqueueOnceAsync(
            Lane.Incident(incident.Number),
            IncidentPosts.InPublic(incident, content),
            $"orphan:{item.Id:N}:{item.Owner}",
            now,
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
