using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class FollowUpPlanTests
{
    private static readonly DateOnly Held = new(2026, 3, 3);

    [Fact]
    [Trait("Requirement", "R140")]
    public void Progress_and_effectiveness_reviews_that_are_close_become_one() => Assert.Equal(
        [new FollowUp(FollowUpKind.Effectiveness, new(2026, 4, 2)), new FollowUp(FollowUpKind.RecurrenceCheck, new(2026, 5, 15))],
        new FollowUpPlan().From(Held, WorkCalendar.WithoutHolidays));

    [Theory]
    [InlineData(20, 2)]
    [InlineData(19, 3)]
    public void Reviews_up_to_ten_days_apart_are_merged(int progressDays, int reviews) =>
        Assert.Equal(reviews, new FollowUpPlan(ProgressDays: progressDays).From(Held, WorkCalendar.WithoutHolidays).Count);

    [Fact]
    public void A_review_on_a_day_off_moves_to_the_working_day_before() => Assert.Equal(
        new DateOnly(2026, 4, 1),
        new FollowUpPlan().From(Held, new WorkCalendar([new DateOnly(2026, 4, 2)]))[0].On);
}
