using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IncidentBot.Cards.Redrawing;

/// <summary>
/// Redraws the cards that show what is being saved, in the save itself, so that no handler has to think of them. A card has at most one
/// unsent row: when one waits already, it is drawn after this save.
/// </summary>
internal sealed class CardRedrawing(IEnumerable<IRedraws> rules, TimeProvider time) : ISaveFollowUp
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

        // Whoever posts a card for the first time says where in the lane; then it needs no second row.
        var own = changes.Added<OutboxRow>().Select(row => (row.Lane, row.Card)).ToHashSet();
        wanted = [.. wanted.DistinctBy(PlaceOf).Where(redraw => !own.Contains(PlaceOf(redraw)))];
        return wanted.Count == 0 ? [] : await RowsAsync(db, wanted, cancellationToken);
    }

    private static bool IsUnsent(OutboxRow row) => row is { State: LaneRowState.Waiting, LeasedUntil: null };

    private static (string Lane, string? Card) PlaceOf(Redraw redraw) => (redraw.Lane, redraw.Effect.MergeKey);

    /// <summary>
    /// What waits, and what was given up, is looked up first: a card that is posted between the two looks is found by the second one.
    /// </summary>
    private async Task<IReadOnlyList<OutboxRow>> RowsAsync(IncidentDb db, List<Redraw> wanted, CancellationToken cancellationToken)
    {
        var cards = wanted.SelectMany(redraw => new[] { redraw.Effect.MergeKey, redraw.Standing }).OfType<string>().Distinct().ToList();
        var asked = await db.Outbox
            .Where(row => row.State != LaneRowState.Done && row.Card != null && cards.Contains(row.Card))
            .ToListAsync(cancellationToken);
        var standing = await StandingAsync(db, wanted, asked, cancellationToken);
        var now = time.GetUtcNow();
        var rows = new List<OutboxRow>();
        foreach (var redraw in wanted.Where(redraw => redraw.Standing is null || standing.Contains(redraw.Standing)))
        {
            if (asked.Find(row => IsUnsent(row) && (row.Lane, row.Card) == PlaceOf(redraw)) is { } unsent)
            {
                // Whoever takes the row before this save ends would draw what was so before: its lease is compared when we save.
                db.Entry(unsent).Property(row => row.NotBefore).IsModified = true;
            }
            else
            {
                rows.Add(OutboxExtensions.RowOf(redraw.Lane, redraw.Effect, now));
            }
        }

        return rows;
    }

    /// <summary>Of the messages that must stand, those that do or are about to.</summary>
    private static async Task<HashSet<string>> StandingAsync(
        IncidentDb db, List<Redraw> wanted, List<OutboxRow> asked, CancellationToken cancellationToken)
    {
        var standing = asked.Select(row => row.Card).OfType<string>().ToHashSet();
        var unknown = wanted.Select(redraw => redraw.Standing).OfType<string>().Except(standing).ToList();
        if (unknown.Count > 0)
        {
            standing.UnionWith(await db.BotMessages.Where(message => unknown.Contains(message.Name)).Select(message => message.Name)
                .ToListAsync(cancellationToken));
        }

        return standing;
    }
}
