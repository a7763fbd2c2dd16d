using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.PostMortems;

/// <content>The follow-up reviews: set in the meeting, before people leave.</content>
public sealed partial class PostMortem
{
    /// <summary>The dates of the follow-up reviews, in order; empty until the meeting is held or the write-up published.</summary>
    public IReadOnlyList<FollowUp> FollowUps => _followUps;

    /// <summary>Fills in the days once; chosen days are kept.</summary>
    /// <param name="days">The days from the plan.</param>
    /// <param name="now">When, UTC.</param>
    public void OfferFollowUps(IReadOnlyList<FollowUp> days, DateTimeOffset now) =>
        Write(
            _followUps.Count == 0 && days.Count > 0,
            () => Replace(_followUps, [.. days]),
            null,
            now,
            "follow-up dates filled in",
            PostMortemPart.FollowUps);

    /// <summary>
    /// Counts from the meeting or, without one, from publishing; before both, nothing is scheduled.
    /// </summary>
    /// <param name="plan">After how many days.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <param name="now">When, UTC.</param>
    public void OfferFollowUps(FollowUpPlan plan, WorkCalendar calendar, DateTimeOffset now)
    {
        if (MetAt is { } met)
        {
            OfferFollowUps(plan.From(DateOnly.FromDateTime(met.UtcDateTime), calendar), now);
        }
    }

    /// <summary>Replaces the dates with those that the meeting chose.</summary>
    /// <param name="days">One for each kind, in any order.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="by">Who wrote them down.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused without any and for a day in the past (the field is the kind in lower case: "effectiveness").</returns>
    public Result ScheduleReviews(IReadOnlyList<FollowUp> days, DateOnly today, PersonId by, DateTimeOffset now)
    {
        if (days.Count == 0)
        {
            return new Refusal("Choose at least one date.", "effectiveness");
        }

        if (days.FirstOrDefault(day => day.On <= today) is { } over)
        {
            return new Refusal("The date is not in the future. Choose a later one.", over.Kind.ToString().ToLowerInvariant());
        }

        List<FollowUp> ordered = [.. days.OrderBy(day => day.On).ThenBy(day => day.Kind)];
        return Write(
            !ordered.SequenceEqual(_followUps),
            () => Replace(_followUps, ordered),
            by,
            now,
            "follow-up dates chosen",
            PostMortemPart.FollowUps);
    }
}
