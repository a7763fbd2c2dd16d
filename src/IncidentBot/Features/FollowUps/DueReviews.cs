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

/// <summary>The days of a post-mortem, and whether the incident has happened again as far as that was answered.</summary>
internal sealed record ReviewDays(int Number, IReadOnlyList<FollowUp> Days, IReadOnlyList<RecurrenceAnswer> Answers)
{
    /// <summary>When it is looked at how the actions get on: together with the next question, if there is no day for it alone.</summary>
    public FollowUpKind Progress =>
        Days.Any(look => look.Kind == FollowUpKind.Progress) ? FollowUpKind.Progress : FollowUpKind.Effectiveness;
}

/// <summary>
/// Which post-mortems are to be looked at. Nothing is asked while an incident is open again, was called off or owes nothing.
/// </summary>
internal sealed class DueReviews(IncidentDb db, IOptions<RemindersOptions> options)
{
    // Somewhere it is tomorrow already.
    private static readonly TimeSpan EarliestMorning = TimeSpan.FromHours(14);

    private WorkCalendar Calendar => options.Value.Quiet.Calendar;

    /// <summary>Those with a look of a kind that is the newest anywhere in the world.</summary>
    public async Task<IReadOnlyList<ReviewDays>> OfAsync(FollowUpKind kind, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(days => Newest(days, kind, now) is not null)];

    /// <summary>The look of a kind that is the newest somewhere in the world.</summary>
    public FollowUp? Newest(ReviewDays days, FollowUpKind kind, DateTimeOffset now) =>
        Look(days, kind, DateOnly.FromDateTime(now.UtcDateTime + EarliestMorning));

    /// <summary>All that have days and are still of interest.</summary>
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
                postMortem.IncidentNumber, postMortem.Reviews.FollowUps, postMortem.Reviews.ReturnAnswers)).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// The look of a kind that a reader is asked for now; null before its day, in their quiet hours, and when it is not the newest.
    /// </summary>
    public FollowUp? For(Person reader, ReviewDays days, FollowUpKind kind, DateTimeOffset now) =>
        options.Value.Quiet.IsQuiet(now, reader.Zone)
        ? null
        : Look(days, kind, Zones.DateIn(now, Zones.Find(reader.Zone)));

    private FollowUp? Look(ReviewDays days, FollowUpKind kind, DateOnly today) =>
        ReviewSchedule.Due(days.Days, days.Answers, Calendar, today).FirstOrDefault(look => look.Kind == kind);
}
