using IncidentBot.Cards;
using IncidentBot.Domain.Time;
using IncidentBot.Features.ActionItems;
using IncidentBot.Storage;
using IncidentBot.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Web.ActionItemLists;

/// <summary>Reads open action items, the most overdue first; the same lists as <c>/incident actions</c>.</summary>
internal sealed class ActionsPageSource(IncidentDb db, TimeProvider time)
{
    public async Task<ActionsPageView> FindAsync(PageReader reader, ActionsAddress asked, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (_, items) = db.OpenActionsFor(reader.Id, asked.Which, Zones.DateIn(now, reader.Time.Zone));
        var spellings = await db.SpellingsOfServiceAsync(asked.Service, cancellationToken);
        var selected =
            from item in items
            join incident in db.Incidents.AsNoTracking() on item.IncidentNumber equals incident.Number
            where asked.Service == null || (incident.Service != null && spellings.Contains(incident.Service))
            select new { item, incident.Title, incident.Service };
        var count = await selected.CountAsync(cancellationToken);
        var rows = await selected.OrderBy(row => row.item.DueDate).ThenBy(row => row.item.Id)
            .Skip(asked.Page * ActionsPageView.PageSize).Take(ActionsPageView.PageSize).ToListAsync(cancellationToken);
        var owners = rows.Select(row => row.item.Owner).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(person => owners.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return new ActionsPageView(
            reader,
            asked,
            rows.ConvertAll(row => new ActionRow(
                row.item,
                row.Title,
                row.Service,
                names.GetValueOrDefault(row.item.Owner) ?? row.item.Owner.Value,
                Zones.DateIn(now, Zones.Find(row.item.DueZone)).DayNumber - row.item.DueDate.DayNumber)))
        {
            Count = count,
            Services = [.. (await db.ServicesSeenByAsync(reader.Id, cancellationToken)).Select(service => service.Name)],
        };
    }
}
