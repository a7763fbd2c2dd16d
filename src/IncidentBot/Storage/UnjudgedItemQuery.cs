using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>The finished actions for which no one has said finally whether they worked.</summary>
internal static class UnjudgedItemQuery
{
    /// <summary>In two halves, because the index on the verdict is of no use for "none, or not yet".</summary>
    public static IQueryable<ActionItem> UnjudgedItems(this IncidentDb db, PersonId? owner = null)
    {
        var done = db.ActionItems.Where(item => item.State == ActionState.Done);
        if (owner is { } person)
        {
            done = done.Where(item => item.Owner == person);
        }

        var ids = done.Where(item => item.Verdict == null).Select(item => item.Id)
            .Concat(done.Where(item => item.Verdict == EffectivenessVerdict.NotYet).Select(item => item.Id));
        return db.ActionItems.AsNoTracking().Where(item => ids.Contains(item.Id));
    }
}
