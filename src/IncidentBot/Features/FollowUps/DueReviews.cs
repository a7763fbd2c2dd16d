using System.Linq.Expressions;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.FollowUps;

/// <summary>The review dates of a post-mortem, and its answers to the recurrence check.</summary>
internal sealed record ReviewDays(Incident Incident, PostMortem PostMortem)
{
    public IReadOnlyList<FollowUp> Days => PostMortem.Reviews.FollowUps;

    public IReadOnlyList<RecurrenceAnswer> Answers => PostMortem.Reviews.RecurrenceAnswers;

    public int Number => Incident.Number;

    public Guid PostMortemId => PostMortem.Id;

    public PersonId? Facilitator => PostMortem.Facilitator;

    /// <summary>The review that covers progress: the effectiveness review when both are combined.</summary>
    public FollowUpKind Progress =>
        Days.Any(review => review.Kind == FollowUpKind.Progress) ? FollowUpKind.Progress : FollowUpKind.Effectiveness;
}

/// <summary>
/// Finds the follow-up reviews that are due. None is due while the incident is reopened or cancelled, or needs no post-mortem.
/// </summary>
internal sealed class DueReviews(IncidentDb db, IOptions<RemindersOptions> options)
{
    // The easternmost time zones are 14 hours ahead of UTC.
    private static readonly TimeSpan EarliestZone = TimeSpan.FromHours(14);

    // Action items that were all closed longer ago need no review of progress; reading them would cost more every year.
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(60);

    private WorkCalendar Calendar => options.Value.Quiet.Calendar;

    /// <summary>The post-mortems whose newest due review covers progress, and which have items that are open or newly closed.</summary>
    public async Task<IReadOnlyList<ReviewDays>> ProgressAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = LatestDay(now);
        var since = now - LookBack;
        var items = db.ActionItems
            .Where(item => item.ClosedAt == null || (item.ClosedAt > since && item.State != ActionState.Dropped))
            .Select(item => item.IncidentNumber);
        var reached = await FindAsync(
            each => each.Reviews.ProgressOn <= today && items.Contains(each.IncidentNumber), cancellationToken);
        return reached.FindAll(days => Due(days, days.Progress, today) is not null);
    }

    /// <summary>The post-mortems whose newest due review is the recurrence check, in any time zone.</summary>
    public async Task<IReadOnlyList<ReviewDays>> RecurrencesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = LatestDay(now);
        var reached = await FindAsync(each => each.Reviews.RecurrenceOn <= today, cancellationToken);
        return reached.FindAll(days => Due(days, FollowUpKind.RecurrenceCheck, today) is not null);
    }

    /// <summary>
    /// The finished actions without a final verdict whose effectiveness review is due in some time zone, oldest first, with their review
    /// dates. The owner may have been asked already.
    /// </summary>
    public async Task<IReadOnlyList<(ActionItem Item, ReviewDays Days)>> UnjudgedAsync(
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (today, judgedBy) = (LatestDay(now), now.AddDays(1 - EffectivenessQuestion.DaysToShow));
        var items = await (
            from item in db.UnjudgedItems().Where(item => item.Verdict == null || item.VerdictAt <= judgedBy)
            join postMortem in db.PostMortems on item.IncidentNumber equals postMortem.IncidentNumber
            where postMortem.Reviews.EffectivenessOn <= today
            orderby item.CreatedAt, item.Id
            select item).ToListAsync(cancellationToken);
        List<int> numbers = [.. items.Select(item => item.IncidentNumber).Distinct()];
        var days = numbers.Count == 0 ? [] : await FindAsync(each => numbers.Contains(each.IncidentNumber), cancellationToken);
        return [.. items.Join(days, item => item.IncidentNumber, each => each.Number, (item, each) => (item, each))];
    }

    /// <summary>Today in the easternmost time zone.</summary>
    private static DateOnly LatestDay(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime + EarliestZone);

    /// <summary>Some post-mortems, except those that need no reviews any more.</summary>
    private async Task<List<ReviewDays>> FindAsync(Expression<Func<PostMortem, bool>> which, CancellationToken cancellationToken)
    {
        // A query for resolved incidents would begin with all that were ever resolved.
        var numbers = db.PostMortems.Where(which).Select(each => each.IncidentNumber);
        var found = await (
            from postMortem in db.PostMortems.AsNoTracking().Where(each => numbers.Contains(each.IncidentNumber))
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            where postMortem.State != PostMortemState.Waived && postMortem.State != PostMortemState.NotRequired
            orderby postMortem.IncidentNumber
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        return found.FindAll(each => each.incident.Status == IncidentStatus.Resolved)
            .ConvertAll(each => new ReviewDays(each.incident, each.postMortem));
    }

    /// <summary>
    /// The review of this kind that is due for a reader; null before its date, in their quiet hours, and when a newer one is due.
    /// </summary>
    public FollowUp? DueFor(Person reader, ReviewDays days, FollowUpKind kind, DateTimeOffset now) =>
        options.Value.Quiet.IsQuiet(now, reader.Zone)
        ? null
        : Due(days, kind, Zones.DateIn(now, Zones.Find(reader.Zone)));

    /// <summary>The recurrence check that is due for a reader, repeated while no one answers.</summary>
    public UnansweredQuestion? RecurrenceFor(Person reader, ReviewDays days, DateTimeOffset now) =>
        DueFor(reader, days, FollowUpKind.RecurrenceCheck, now) is { } review
            ? UnansweredQuestion.Newest(review.On, Calendar, Zones.DateIn(now, Zones.Find(reader.Zone)))
            : null;

    /// <summary>
    /// The day for which the owner of an action is due to be asked whether it worked; null before that day, and when a newer review took
    /// the place of this one. Without an answer the question is repeated.
    /// </summary>
    public UnansweredQuestion? EffectivenessQuestionOf(ActionItem item, ReviewDays days, DateTimeOffset now)
    {
        if (days.Days.FirstOrDefault(review => review.Kind == FollowUpKind.Effectiveness) is not { On: var reviewDate })
        {
            return null;
        }

        var today = Zones.DateIn(now, Zones.Find(item.DueZone));
        var isNewest = Due(days, FollowUpKind.Effectiveness, today) is not null;
        return EffectivenessQuestion.Due(item, reviewDate, Calendar, today) is { } day
            && UnansweredQuestion.Newest(day, Calendar, today) is var question
            && (day != reviewDate || isNewest || question.Round > 0)
                ? question
                : null;
    }

    private FollowUp? Due(ReviewDays days, FollowUpKind kind, DateOnly today) =>
        ReviewSchedule.Due(days.Days, days.Answers, Calendar, today).FirstOrDefault(review => review.Kind == kind);
}
