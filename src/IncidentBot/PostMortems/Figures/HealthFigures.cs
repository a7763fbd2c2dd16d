using System.Linq.Expressions;
using IncidentBot.Domain;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Domain.Severities;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Figures;

/// <summary>How many required post-mortems of a severity were due, and what became of them.</summary>
internal sealed record RequiredCount(Severity Severity, int Due, int Waived, int Held, int OnTime)
{
    public int Expected => Due - Waived;

    /// <summary>Of all that were not waived, those that were held.</summary>
    public static Share Coverage(IReadOnlyList<RequiredCount> all) => new(all.Sum(each => each.Held), all.Sum(each => each.Expected));

    /// <summary>Of the same, those that were held in time.</summary>
    public static Share InTime(IReadOnlyList<RequiredCount> all) => new(all.Sum(each => each.OnTime), all.Sum(each => each.Expected));
}

/// <summary>A required post-mortem that was due in the period.</summary>
internal sealed record DuePost(int Number, DateTimeOffset DueAt, DateTimeOffset? DoneAt, bool IsWaived)
{
    public bool IsOnTime => DoneAt <= DueAt;
}

/// <summary>Something that took a while, such as publishing a write-up.</summary>
internal sealed record TimedRow(int Number, TimeSpan? Took);

/// <summary>Someone who was asked to sign off.</summary>
internal sealed record SignOffRow
{
    public required int Number { get; init; }

    public required bool IsSigned { get; init; }
}

/// <summary>Reads how well post-mortems are run: whether they are held, in time, published and signed off.</summary>
internal sealed class HealthFigures(IncidentDb db)
{
    /// <summary>Below this percentage of required post-mortems held, something is wrong.</summary>
    public const int LowestCoverage = 80;

    /// <summary>The required ones that were due in the period, the worst severity first.</summary>
    public async Task<IReadOnlyList<RequiredCount>> RequiredAsync(FigureWindow window, CancellationToken cancellationToken) => await db
        .RequiredIn(window)
        .GroupBy(row => row.Severity)
        .OrderBy(of => of.Key)
        .Select(of => new RequiredCount(
            of.Key,
            of.Count(),
            of.Count(row => row.IsWaived),
            of.Count(row => !row.IsWaived && (row.HeldAt != null || row.PublishedAt != null)),
            of.Count(row => !row.IsWaived && (row.HeldAt ?? row.PublishedAt) <= row.RequiredAt)))
        .ToListAsync(cancellationToken);

    /// <summary>The list behind that, newest first.</summary>
    public Task<Listed<DuePost>> DueAsync(FigureWindow window, ListPage page, CancellationToken cancellationToken) => ListedAsync(
        db.RequiredIn(window),
        rows => rows.OrderByDescending(row => row.RequiredAt).ThenBy(row => row.IncidentNumber)
            .Select(row => new DuePost(row.IncidentNumber, row.RequiredAt!.Value, row.HeldAt ?? row.PublishedAt, row.IsWaived)),
        page,
        cancellationToken);

    /// <summary>How long it took from resolving or reporting an incident until its write-up was published.</summary>
    public async Task<Durations> PublishingAsync(FigureWindow window, CancellationToken cancellationToken) => Durations.Of(
        (await db.PublishedIn(window).Select(row => new { row.PublishedAt, row.ClockStartedAt }).ToListAsync(cancellationToken))
            .Select(row => row.PublishedAt - row.ClockStartedAt).OfType<TimeSpan>());

    /// <summary>The list behind that, newest first.</summary>
    public async Task<Listed<TimedRow>> PublishedAsync(FigureWindow window, ListPage page, CancellationToken cancellationToken) =>
        await ListedAsync(
            db.PublishedIn(window),
            rows => rows.OrderByDescending(row => row.PublishedAt).ThenBy(row => row.IncidentNumber)
                .Select(row => new TimedRow(row.IncidentNumber, row.PublishedAt - row.ClockStartedAt)),
            page,
            cancellationToken);

    /// <summary>How long one of the times to a milestone was, in the incidents that started in the period.</summary>
    public async Task<Durations> TimesAsync(
        FigureWindow window, Expression<Func<FigureRow, int?>> seconds, CancellationToken cancellationToken) => Durations.Of(
        (await db.StartedIn(window).Select(seconds).Where(each => each != null).ToListAsync(cancellationToken))
            .Select(each => TimeSpan.FromSeconds(each!.Value)));

    /// <summary>The list behind that, newest first; incidents in which it wasn't measured are left out.</summary>
    public async Task<Listed<TimedRow>> TimedAsync(
        FigureWindow window, Expression<Func<FigureRow, int?>> seconds, ListPage page, CancellationToken cancellationToken)
    {
        var isMeasured = Expression.Lambda<Func<FigureRow, bool>>(
            Expression.NotEqual(seconds.Body, Expression.Constant(null, typeof(int?))), seconds.Parameters);
        var rows = await ListedAsync(
            db.StartedIn(window).Where(isMeasured),
            measured => measured.OrderByDescending(each => each.StartedAt).ThenBy(each => each.IncidentNumber),
            page,
            cancellationToken);
        var read = seconds.Compile();
        return rows.Select(each => new TimedRow(each.IncidentNumber, TimeSpan.FromSeconds(read(each)!.Value)));
    }

    /// <summary>Who facilitated how many of the meetings that were held in the period, the most first.</summary>
    public async Task<IReadOnlyList<(PersonId Person, int Meetings)>> FacilitatorsAsync(
        FigureWindow window, CancellationToken cancellationToken)
    {
        var load = await db.FacilitatedIn(window).GroupBy(row => row.Facilitator)
            .Select(of => new { Person = of.Key, Meetings = of.Count() }).ToListAsync(cancellationToken);
        return [.. load.OrderByDescending(each => each.Meetings).Select(each => (each.Person!.Value, each.Meetings))];
    }

    /// <summary>The meetings behind that load, newest first.</summary>
    public async Task<Listed<FigureRow>> FacilitatedAsync(FigureWindow window, ListPage page, CancellationToken cancellationToken) =>
        await ListedAsync(
            db.FacilitatedIn(window),
            rows => rows.OrderByDescending(row => row.HeldAt).ThenBy(row => row.IncidentNumber),
            page,
            cancellationToken);

    /// <summary>Of those who were asked to sign off by a day of the period, how many did.</summary>
    public async Task<Share> SignOffsAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var asked = await AskedToSignOff(window).GroupBy(row => row.IsSigned).Select(of => new { IsSigned = of.Key, Count = of.Count() })
            .ToListAsync(cancellationToken);
        return new Share(asked.Where(of => of.IsSigned).Sum(of => of.Count), asked.Sum(of => of.Count));
    }

    /// <summary>The list behind that, unsigned ones first.</summary>
    public async Task<Listed<SignOffRow>> SignOffRowsAsync(FigureWindow window, ListPage page, CancellationToken cancellationToken) =>
        await ListedAsync(
            AskedToSignOff(window),
            rows => rows.OrderBy(row => row.IsSigned).ThenByDescending(row => row.Number),
            page,
            cancellationToken);

    private IQueryable<SignOffRow> AskedToSignOff(FigureWindow window)
    {
        var (from, until) = (DateOnly.FromDateTime(window.From.UtcDateTime), DateOnly.FromDateTime(window.Until.UtcDateTime));
        return
            from postMortem in db.PostMortems.AsNoTracking()
            join row in db.CountedIn(window) on postMortem.IncidentNumber equals row.IncidentNumber
            from invitee in postMortem.Meeting.Invitees
            where invitee.SignOffDue >= @from && invitee.SignOffDue <= until
            select new SignOffRow { Number = row.IncidentNumber, IsSigned = invitee.SignedOffAt != null };
    }

    private static async Task<Listed<TRow>> ListedAsync<TSource, TRow>(
        IQueryable<TSource> all, Func<IQueryable<TSource>, IQueryable<TRow>> list, ListPage page, CancellationToken cancellationToken) =>
        new(await list(all).Skip(page.Skip).Take(page.Most).ToListAsync(cancellationToken), await all.CountAsync(cancellationToken));
}
