using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>The action items that a list shows: always of incidents that its reader may see.</summary>
internal static class ActionSelection
{
    public const string Mine = "mine";
    public const string Overdue = "overdue";
    public const string All = "all";

    /// <summary>The person's own, the overdue ones, or all that are open; with the heading of the list.</summary>
    public static (string Heading, IQueryable<ActionItem> Items) OpenActionsFor(
        this IncidentDb db, PersonId reader, string which, DateOnly today)
    {
        var open = db.ActionItems.AsNoTracking().Where(item => item.ClosedAt == null);
        var (heading, items) = which switch
        {
            All => ("Open action items", open),
            Overdue => ("Overdue action items", open.Where(item => item.DueDate < today)),
            _ => ("Your action items", db.OpenItemsOf(reader)),
        };
        return (heading, db.SeenActions(items, reader));
    }

    public static IQueryable<ActionItem> SeenActions(this IncidentDb db, IQueryable<ActionItem> items, PersonId reader)
    {
        var seen = db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader));
        return items.Where(item => seen.Any(incident => incident.Number == item.IncidentNumber));
    }
}
