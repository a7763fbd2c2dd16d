using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class FollowUpPlanTests
{
    private static readonly DateOnly Held = new(2026, 3, 3);

    [Fact]
    [Trait("Requirement", "R140")]
    public void Progress_and_effectiveness_reviews_that_are_close_become_one() => Assert.Equal(
        [new FollowUp(FollowUpKind.Effectiveness, new(2026, 4, 2)), new FollowUp(FollowUpKind.Impact, new(2026, 5, 15))],
        new FollowUpPlan().From(Held, WorkCalendar.WithoutHolidays));

    [Theory]
    [InlineData(20, 2)]
    [InlineData(19, 3)]
    public void They_are_merged_up_to_ten_days_apart(int progressDays, int looks) =>
        Assert.Equal(looks, new FollowUpPlan(ProgressDays: progressDays).From(Held, WorkCalendar.WithoutHolidays).Count);

    [Fact]
    public void A_day_off_is_moved_to_the_working_day_before() => Assert.Equal(
        new DateOnly(2026, 4, 1),
        new FollowUpPlan().From(Held, new WorkCalendar([new DateOnly(2026, 4, 2)]))[0].On);
}
