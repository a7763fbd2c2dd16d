using IncidentBot.Domain.FollowUps;

namespace IncidentBot.Domain.Tests.FollowUps;

public sealed class LearningsPeriodTests
{
    [Theory]
    [InlineData("", 30)]
    [InlineData(" 14d ", 14)]
    [InlineData("2 weeks", 14)]
    [InlineData("1", 1)]
    [InlineData("0", null)]
    [InlineData("365d", 365)]
    [InlineData("366d", null)]
    [InlineData("52w", 364)]
    [InlineData("53w", null)]
    [InlineData("from the outage", null)]
    [InlineData("30x", null)]
    [InlineData("99999999999d", null)]
    public void A_period_is_a_number_of_days_or_weeks_up_to_a_year(string typed, int? days) =>
        Assert.Equal(days, LearningsPeriod.Days(typed));
}
