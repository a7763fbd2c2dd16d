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

    private WorkCalendar Calendar => options.Value.Quiet.Calendar;

    /// <summary>The post-mortems whose newest due review is of this kind, in any time zone.</summary>
    public async Task<IReadOnlyList<ReviewDays>> DueAsync(FollowUpKind kind, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(days => Newest(days, kind, now) is not null)];

    /// <summary>The review of this kind, if it is the newest that is due in any time zone.</summary>
    public FollowUp? Newest(ReviewDays days, FollowUpKind kind, DateTimeOffset now) =>
        Due(days, kind, DateOnly.FromDateTime(now.UtcDateTime + EarliestZone));

    /// <summary>All post-mortems with review dates, except those that need no reviews any more.</summary>
    public async Task<IReadOnlyList<ReviewDays>> AllAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FollowUp> none = [];
        var found = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            where incident.Status == IncidentStatus.Resolved && postMortem.Reviews.FollowUps != none
                && postMortem.State != PostMortemState.Waived && postMortem.State != PostMortemState.NotRequired
            orderby postMortem.IncidentNumber
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        return found.ConvertAll(each => new ReviewDays(each.incident, each.postMortem));
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
        DueFor(reader, days, FollowUpKind.Impact, now) is { } review
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
