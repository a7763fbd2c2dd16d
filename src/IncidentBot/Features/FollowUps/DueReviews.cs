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

/// <summary>The review days of a post-mortem, and its recurrence answers.</summary>
internal sealed record ReviewDays(int Number, IReadOnlyList<FollowUp> Days, IReadOnlyList<RecurrenceAnswer> Answers)
{
    /// <summary>The day of the progress review; combined with the next review if it has no day of its own.</summary>
    public FollowUpKind Progress =>
        Days.Any(look => look.Kind == FollowUpKind.Progress) ? FollowUpKind.Progress : FollowUpKind.Effectiveness;
}

/// <summary>
/// Finds the follow-up reviews that are due. None is due while an incident is open again, cancelled or needs no post-mortem.
/// </summary>
internal sealed class DueReviews(IncidentDb db, IOptions<RemindersOptions> options)
{
    // It is already tomorrow somewhere.
    private static readonly TimeSpan EarliestMorning = TimeSpan.FromHours(14);

    private WorkCalendar Calendar => options.Value.Quiet.Calendar;

    /// <summary>The post-mortems whose newest review is of this kind, in any time zone.</summary>
    public async Task<IReadOnlyList<ReviewDays>> OfAsync(FollowUpKind kind, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(days => Newest(days, kind, now) is not null)];

    /// <summary>The review of this kind that is the newest in any time zone.</summary>
    public FollowUp? Newest(ReviewDays days, FollowUpKind kind, DateTimeOffset now) =>
        Look(days, kind, DateOnly.FromDateTime(now.UtcDateTime + EarliestMorning));

    /// <summary>All post-mortems with review days that are still of interest.</summary>
    public async Task<IReadOnlyList<ReviewDays>> AllAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FollowUp> none = [];
        return await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents on postMortem.IncidentNumber equals incident.Number
            where incident.Status == IncidentStatus.Resolved && postMortem.Reviews.FollowUps != none
                && postMortem.State != PostMortemState.Waived && postMortem.State != PostMortemState.NotOwed
            orderby postMortem.IncidentNumber
            select new ReviewDays(
                postMortem.IncidentNumber, postMortem.Reviews.FollowUps,
                postMortem.Reviews.RecurrenceAnswers)).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// The review of this kind that is due for a reader; null before its day, in their quiet hours, and when it is not the newest.
    /// </summary>
    public FollowUp? For(Person reader, ReviewDays days, FollowUpKind kind, DateTimeOffset now) =>
        options.Value.Quiet.IsQuiet(now, reader.Zone)
        ? null
        : Look(days, kind, Zones.DateIn(now, Zones.Find(reader.Zone)));

    private FollowUp? Look(ReviewDays days, FollowUpKind kind, DateOnly today) =>
        ReviewSchedule.Due(days.Days, days.Answers, Calendar, today).FirstOrDefault(look => look.Kind == kind);
}
