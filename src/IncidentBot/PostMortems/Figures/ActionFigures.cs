using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Figures;

/// <summary>Counts of the actions that were decided in a period.</summary>
internal sealed record ActionCounts(int Decided, int Done, int Verified);

/// <summary>An action behind a figure.</summary>
internal sealed record ActionRow(
    int Number, string Text, ActionState State, EffectivenessVerdict? Verdict, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt);

/// <summary>The actions that are open now.</summary>
internal sealed record OpenActions(int Count, DateTimeOffset? Oldest, DateTimeOffset? Middle);

/// <summary>Reads what becomes of the actions that post-mortems decide.</summary>
internal sealed class ActionFigures(IncidentDb db)
{
    /// <summary>How long an action may take to count as done in time.</summary>
    public static readonly TimeSpan InTime = TimeSpan.FromDays(90);

    /// <summary>What the field reaches: the percentage of actions that are ever done.</summary>
    public const int UsualPercent = 30;

    public async Task<ActionCounts> DecidedAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var states = await Decided(window).GroupBy(item => new { item.State, item.Verdict })
            .Select(of => new { of.Key.State, of.Key.Verdict, Count = of.Count() }).ToListAsync(cancellationToken);
        var done = states.FindAll(each => each.State == ActionState.Done);
        return new ActionCounts(
            states.Sum(each => each.Count),
            done.Sum(each => each.Count),
            done.Where(each => each.Verdict == EffectivenessVerdict.Achieved).Sum(each => each.Count));
    }

    /// <summary>
    /// Of the actions whose 90 days ended in the period, those that were done within them: dropped and open ones count as not done.
    /// </summary>
    public async Task<Share> DoneInTimeAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var cohort = Decided(Cohort(window));
        var all = await cohort.CountAsync(cancellationToken);
        var done = await cohort.Where(item => item.State == ActionState.Done).Select(item => new { item.CreatedAt, item.ClosedAt })
            .ToListAsync(cancellationToken);
        return new Share(done.Count(item => item.ClosedAt - item.CreatedAt <= InTime), all);
    }

    public async Task<OpenActions> OpenAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var open = Of(window).Where(item => item.ClosedAt == null);
        var count = await open.CountAsync(cancellationToken);
        if (count == 0)
        {
            return new OpenActions(0, null, null);
        }

        var ordered = open.OrderBy(item => item.CreatedAt).Select(item => (DateTimeOffset?)item.CreatedAt);
        return new OpenActions(
            count,
            await ordered.FirstOrDefaultAsync(cancellationToken),
            await ordered.Skip((count - 1) / 2).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>The newest decided ones, or those whose 90 days ended in the period, or the oldest open ones.</summary>
    /// <returns>A page of them, and how many there are.</returns>
    public async Task<(IReadOnlyList<ActionRow> Rows, int Total)> RowsAsync(
        FigureWindow window, bool isCohort, bool isOpen, (int Skip, int Most) page, CancellationToken cancellationToken)
    {
        var items = isOpen ? Of(window).Where(item => item.ClosedAt == null) : Decided(isCohort ? Cohort(window) : window);
        var ordered = isOpen
            ? items.OrderBy(item => item.CreatedAt).ThenBy(item => item.Id)
            : items.OrderByDescending(item => item.CreatedAt).ThenBy(item => item.Id);
        var rows = await ordered.Skip(page.Skip).Take(page.Most)
            .Select(item => new ActionRow(item.IncidentNumber, item.Text, item.State, item.Verdict, item.CreatedAt, item.ClosedAt))
            .ToListAsync(cancellationToken);
        return (rows, await items.CountAsync(cancellationToken));
    }

    private static FigureWindow Cohort(FigureWindow window) => window with { From = window.From - InTime, Until = window.Until - InTime };

    private IQueryable<ActionItem> Decided(FigureWindow window) =>
        Of(window).Where(item => item.CreatedAt >= window.From && item.CreatedAt < window.Until);

    private IQueryable<ActionItem> Of(FigureWindow window)
    {
        if (window.Spellings is null)
        {
            var leftOut = db.LeftOutNumbers();
            return db.ActionItems.AsNoTracking().Where(item => !leftOut.Contains(item.IncidentNumber));
        }

        return
            from item in db.ActionItems.AsNoTracking()
            join incident in db.CountedIn(window) on item.IncidentNumber equals incident.Number
            select item;
    }
}
