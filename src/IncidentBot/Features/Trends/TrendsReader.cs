using System.Linq.Expressions;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Recurrence;
using IncidentBot.PostMortems.Figures;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Trends;

/// <summary>Whether causes come back, and what is done about it.</summary>
internal sealed record RepeatsView(
    Repeats Repeats, IReadOnlyList<RepeatMonth> Months, ReadCounts Reads, ActionCounts Actions, int Reopened)
{
    /// <summary>Near misses of the period, which no other figure counts.</summary>
    public int NearMisses { get; init; }
}

/// <summary>How well post-mortems are run.</summary>
internal sealed record HealthView(
    IReadOnlyList<RequiredCount> Required,
    Durations Publishing,
    Share DoneInTime,
    OpenActions Open,
    IReadOnlyList<(Figure Figure, Durations Times)> Times,
    IReadOnlyList<(PersonId Person, int Meetings)> Facilitators,
    Share SignOffs);

/// <summary>One page of figures, the same for everyone: private incidents count, and no title is shown.</summary>
internal sealed record TrendsView(TrendsKey Key, IReadOnlyList<string> Services, RepeatsView? Repeats, HealthView? Health);

/// <summary>Reads the page of figures that a modal shows.</summary>
internal sealed class TrendsReader(
    IncidentDb db, RepeatFigures repeats, HealthFigures health, ActionFigures actions, LearningFigures learning)
{
    /// <summary>The months of the trend, the current one included.</summary>
    public const int TrendMonths = 6;

    public async Task<TrendsView> ReadAsync(TrendsKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var window = await WindowAsync(key, now, cancellationToken);
        var services = await db.ServicesInAsync(window, cancellationToken);
        return key.Page == TrendsPage.Health
            ? new TrendsView(key, services, null, await HealthAsync(window, cancellationToken))
            : new TrendsView(key, services, await RepeatsAsync(window, now, cancellationToken), null);
    }

    public async Task<FigureWindow> WindowAsync(TrendsKey key, DateTimeOffset now, CancellationToken cancellationToken) => new(
        now.AddMonths(-key.Months),
        now,
        key.Service.Length == 0 ? null : await db.SpellingsOfServiceAsync(key.Service, cancellationToken));

    private async Task<RepeatsView> RepeatsAsync(FigureWindow window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trend = new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1 - TrendMonths);
        var all = await repeats.InAsync(window with { From = trend < window.From ? trend : window.From }, cancellationToken);
        return new RepeatsView(
            all.Since(window.From),
            all.Months(now, TrendMonths),
            await learning.ReadAsync(window, cancellationToken),
            await actions.DecidedAsync(window, cancellationToken),
            await learning.ReopenedAsync(window, cancellationToken))
        {
            NearMisses = await repeats.NearMissesAsync(window, cancellationToken),
        };
    }

    private async Task<HealthView> HealthAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var times = new List<(Figure Figure, Durations Times)>();
        foreach (var (figure, seconds) in TimeFigures.All)
        {
            times.Add((figure, await health.TimesAsync(window, seconds, cancellationToken)));
        }

        return new HealthView(
            await health.RequiredAsync(window, cancellationToken),
            await health.PublishingAsync(window, cancellationToken),
            await actions.DoneInTimeAsync(window, cancellationToken),
            await actions.OpenAsync(window, cancellationToken),
            times,
            await health.FacilitatorsAsync(window, cancellationToken),
            await health.SignOffsAsync(window, cancellationToken));
    }
}

/// <summary>The times to a milestone, in seconds.</summary>
internal static class TimeFigures
{
    public static IReadOnlyList<(Figure Figure, Expression<Func<FigureRow, int?>> Seconds)> All { get; } =
    [
        (Figure.Detecting, row => row.ToDetect),
        (Figure.Acknowledging, row => row.ToAcknowledge),
        (Figure.Mitigating, row => row.ToMitigate),
        (Figure.Resolving, row => row.ToResolve),
    ];
}
