using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>The open action items that are someone's to move.</summary>
internal static class OwnItems
{
    /// <summary>Their own, and as the lead those that an owner declined, until someone else owns them.</summary>
    public static IQueryable<ActionItem> OpenItemsOf(this IncidentDb db, PersonId person) => db.ActionItems.AsNoTracking()
        .Where(item => item.ClosedAt == null)
        .Where(item => db.Incidents.Any(incident => incident.Number == item.IncidentNumber
            && incident.Roles.Any(holder => holder.Role == IncidentRole.Lead && holder.Person == person))
                ? item.Owner == person || item.DeclinedBy == item.Owner
                : item.Owner == person && (item.DeclinedBy == null || item.DeclinedBy != item.Owner));
}
