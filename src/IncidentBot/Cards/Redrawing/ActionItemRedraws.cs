using System.Runtime.CompilerServices;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards.Redrawing;

/// <summary>DMs about an action item show its current state, and so do the home tabs of its old and new owners.</summary>
internal sealed class ActionItemRedraws : IRedrawRule
{
    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = changes.Of<ActionItem>().ToList();
        var ids = changed.Except(changes.Added<ActionItem>()).Select(item => item.Id).ToList();
        var messages = ids.Count == 0
            ? []
            : await changes.Db.ActionNotices.Where(notice => ids.Contains(notice.ActionItemId))
                .Select(notice => new { notice.Message, notice.Reader, notice.Kind }).Distinct().ToListAsync(cancellationToken);
        foreach (var message in messages)
        {
            yield return new Redraw(Lane.Person(message.Reader), new RefreshCard(ActionNotice.CardOf(message.Kind), message.Message));
        }

        foreach (var person in changed.SelectMany(item => OwnersOf(changes, item)).Distinct())
        {
            yield return new Redraw(Lane.Home(person), new PublishHome(person));
        }
    }

    private static IEnumerable<PersonId> OwnersOf(SavedChanges changes, ActionItem item) =>
        [item.Owner, changes.Before<ActionItem, PersonId>(item, nameof(ActionItem.Owner))];
}
