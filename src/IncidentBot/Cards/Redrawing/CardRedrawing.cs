using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IncidentBot.Cards.Redrawing;

/// <summary>
/// Redraws the cards that show what is being saved, as part of the save, so that no handler has to remember them. A card has at most one
/// unsent row: a row that is already waiting is drawn after this save.
/// </summary>
internal sealed class CardRedrawing(IEnumerable<IRedrawRule> rules, TimeProvider time) : ISaveFollowUp
{
    public async Task<IReadOnlyList<OutboxRow>> FindAsync(
        IncidentDb db, IReadOnlyList<EntityEntry> tracked, CancellationToken cancellationToken)
    {
        var changes = new SavedChanges(db, tracked);
        var wanted = new List<Redraw>();
        foreach (var rule in rules)
        {
            await foreach (var redraw in rule.FindAsync(changes, cancellationToken))
            {
                wanted.Add(redraw);
            }
        }

        // A handler that posts a card for the first time enqueues it itself, in the order it wants; the card needs no second row.
        var own = changes.Added<OutboxRow>().Select(row => (row.Lane, row.Card)).ToHashSet();
        wanted = [.. wanted.DistinctBy(PlaceOf).Where(redraw => !own.Contains(PlaceOf(redraw)))];
        return wanted.Count == 0 ? [] : await RowsAsync(db, wanted, cancellationToken);
    }

    private static bool IsUnsent(OutboxRow row) => row is { State: LaneRowState.Waiting, LeasedUntil: null };

    private static (string Lane, string? Card) PlaceOf(Redraw redraw) => (redraw.Lane, redraw.Effect.MergeKey);

    /// <summary>
    /// Looks for waiting and given-up rows first and for posted messages second, so that a card posted in between is found.
    /// </summary>
    private async Task<IReadOnlyList<OutboxRow>> RowsAsync(IncidentDb db, List<Redraw> wanted, CancellationToken cancellationToken)
    {
        var cards = wanted.SelectMany(redraw => new[] { redraw.Effect.MergeKey, redraw.RequiredMessage })
            .OfType<string>().Distinct().ToList();
        var unfinished = await db.Outbox
            .Where(row => row.State != LaneRowState.Done && row.Card != null && cards.Contains(row.Card))
            .ToListAsync(cancellationToken);
        var posted = await AlreadyPostedAsync(db, wanted, unfinished, cancellationToken);
        var now = time.GetUtcNow();
        var rows = new List<OutboxRow>();
        foreach (var redraw in wanted.Where(redraw => redraw.RequiredMessage is null || posted.Contains(redraw.RequiredMessage)))
        {
            if (unfinished.Find(row => IsUnsent(row) && (row.Lane, row.Card) == PlaceOf(redraw)) is { } unsent)
            {
                // A worker that leases the row before this save commits would draw the old state, so the save must compare the lease.
                db.Entry(unsent).Property(row => row.NotBefore).IsModified = true;
            }
            else
            {
                rows.Add(OutboxExtensions.RowOf(redraw.Lane, redraw.Effect, now));
            }
        }

        return rows;
    }

    /// <summary>The required messages that are posted or about to be.</summary>
    private static async Task<HashSet<string>> AlreadyPostedAsync(
        IncidentDb db, List<Redraw> wanted, List<OutboxRow> unfinished, CancellationToken cancellationToken)
    {
        var posted = unfinished.Select(row => row.Card).OfType<string>().ToHashSet();
        var unknown = wanted.Select(redraw => redraw.RequiredMessage).OfType<string>().Except(posted).ToList();
        if (unknown.Count > 0)
        {
            posted.UnionWith(await db.BotMessages.Where(message => unknown.Contains(message.Name)).Select(message => message.Name)
                .ToListAsync(cancellationToken));
        }

        return posted;
    }
}
