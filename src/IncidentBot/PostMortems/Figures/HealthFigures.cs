using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Figures;

/// <summary>A required post-mortem that was due in the period.</summary>
internal sealed record DuePost(
    int Number, Severity Severity, DateTimeOffset DueAt, DateTimeOffset? HeldAt, DateTimeOffset? PublishedAt, PostMortemState State)
{
    public bool IsWaived => State == PostMortemState.Waived;

    public DateTimeOffset? DoneAt => HeldAt ?? PublishedAt;

    public bool IsOnTime => DoneAt <= DueAt;
}

/// <summary>A write-up that was published in the period.</summary>
/// <param name="Number">The incident.</param>
/// <param name="PublishedAt">When it was published first.</param>
/// <param name="ClockStartedAt">When the incident was resolved or reported.</param>
internal sealed record PublishedPost(int Number, DateTimeOffset PublishedAt, DateTimeOffset? ClockStartedAt)
{
    public TimeSpan? Took => PublishedAt - ClockStartedAt;
}

/// <summary>The moments of an incident, as someone entered them.</summary>
internal sealed record Moments(int Number, DateTimeOffset? Began, IReadOnlyList<MilestoneMark> Milestones)
{
    public TimeSpan? Until(params IReadOnlyList<Milestone> ends)
    {
        var found = ends.Select(end => Milestones.FirstOrDefault(mark => mark.Milestone == end)?.At).FirstOrDefault(at => at is not null);
        return found - (Milestones.FirstOrDefault(mark => mark.Milestone == Milestone.FirstSymptom)?.At ?? Began);
    }
}

/// <summary>Someone who was asked to sign off.</summary>
internal sealed record SignOffRow(int Number, PersonId Person, bool IsSigned);

/// <summary>Reads how well post-mortems are run: whether they are held, in time, published and signed off.</summary>
internal sealed class HealthFigures(IncidentDb db)
{
    /// <summary>Below this percentage of required post-mortems held, something is wrong.</summary>
    public const int LowestCoverage = 80;

    /// <summary>The required ones that were due in the period, newest first.</summary>
    public async Task<IReadOnlyList<DuePost>> DueAsync(FigureWindow window, CancellationToken cancellationToken) => await (
        from postMortem in db.PostMortems.AsNoTracking()
        join incident in db.CountedIn(window) on postMortem.IncidentNumber equals incident.Number
        where postMortem.Need == PostMortemNeed.Required && postMortem.DueAt >= window.From && postMortem.DueAt < window.Until
        orderby postMortem.DueAt descending
        select new DuePost(
            incident.Number, incident.Severity, postMortem.DueAt!.Value, postMortem.Meeting.HeldAt, postMortem.WriteUp.PublishedAt,
            postMortem.State)).ToListAsync(cancellationToken);

    /// <summary>The write-ups that were published in the period, newest first.</summary>
    public async Task<IReadOnlyList<PublishedPost>> PublishedAsync(FigureWindow window, CancellationToken cancellationToken) =>
        await db.PublishedIn(window).OrderByDescending(postMortem => postMortem.WriteUp.PublishedAt)
            .Select(postMortem => new PublishedPost(
                postMortem.IncidentNumber, postMortem.WriteUp.PublishedAt!.Value, postMortem.ClockStartedAt))
            .ToListAsync(cancellationToken);

    /// <summary>The milestones of the incidents that started in the period, newest first; those without any are left out.</summary>
    public async Task<IReadOnlyList<Moments>> MomentsAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<MilestoneMark> none = [];
        var rows = await db.StartedIn(window).Where(incident => incident.Milestones != none)
            .OrderByDescending(incident => incident.StartedAt)
            .Select(incident => new { incident.Number, incident.StartedAt, incident.DeclaredAt, incident.Milestones })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Moments(
            row.Number, row.StartedAt == row.DeclaredAt ? null : row.StartedAt, row.Milestones));
    }

    /// <summary>Who facilitated how many of the meetings that were held in the period, the most first.</summary>
    public async Task<IReadOnlyList<(PersonId Person, int Meetings)>> FacilitatorsAsync(
        FigureWindow window, CancellationToken cancellationToken)
    {
        var load = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.CountedIn(window) on postMortem.IncidentNumber equals incident.Number
            where postMortem.Meeting.HeldAt >= window.From && postMortem.Meeting.HeldAt < window.Until && postMortem.Facilitator != null
            group postMortem by postMortem.Facilitator into of
            select new { Person = of.Key, Meetings = of.Count() }).ToListAsync(cancellationToken);
        return [.. load.OrderByDescending(each => each.Meetings).Select(each => (each.Person!.Value, each.Meetings))];
    }

    /// <summary>The meetings behind that load, newest first.</summary>
    public async Task<IReadOnlyList<(int Number, PersonId Person)>> FacilitatedAsync(
        FigureWindow window, CancellationToken cancellationToken) => [.. (await (
        from postMortem in db.PostMortems.AsNoTracking()
        join incident in db.CountedIn(window) on postMortem.IncidentNumber equals incident.Number
        where postMortem.Meeting.HeldAt >= window.From && postMortem.Meeting.HeldAt < window.Until && postMortem.Facilitator != null
        orderby postMortem.Meeting.HeldAt descending
        select new { incident.Number, postMortem.Facilitator }).ToListAsync(cancellationToken))
            .Select(each => (each.Number, each.Facilitator!.Value))];

    /// <summary>Those who were asked to sign off by a day of the period, unsigned ones first.</summary>
    public async Task<IReadOnlyList<SignOffRow>> SignOffsAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var (from, until) = (DateOnly.FromDateTime(window.From.UtcDateTime), DateOnly.FromDateTime(window.Until.UtcDateTime));
        var rows = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.CountedIn(window) on postMortem.IncidentNumber equals incident.Number
            from invitee in postMortem.Meeting.Invitees
            where invitee.SignOffDue >= @from && invitee.SignOffDue <= until
            select new { incident.Number, invitee.Person, invitee.SignedOffAt }).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.SignedOffAt is not null).ThenByDescending(row => row.Number)
                .Select(row => new SignOffRow(row.Number, row.Person, row.SignedOffAt is not null)),
        ];
    }
}
