using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.FollowUps;

public sealed class UnansweredQuestionTests
{
    // 2 April 2026 is a Thursday.
    [Theory]
    [InlineData("2026-04-02", "2026-04-02", 0)]
    [InlineData("2026-04-15", "2026-04-02", 0)]
    [InlineData("2026-04-16", "2026-04-16", 1)]
    [InlineData("2026-04-29", "2026-04-16", 1)]
    [InlineData("2026-04-30", "2026-04-30", 2)]
    [InlineData("2026-05-27", "2026-04-30", 2)]
    [InlineData("2026-05-28", "2026-05-28", 3)]
    [InlineData("2027-04-02", "2027-04-01", 14)]
    public void It_is_asked_again_after_14_and_28_days_and_then_every_four_weeks(string today, string on, int round) =>
        Assert.Equal(
            new UnansweredQuestion(Day(on), round),
            UnansweredQuestion.Newest(Day("2026-04-02"), WorkCalendar.WithoutHolidays, Day(today)));

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void After_three_times_the_lead_is_asked(int round, bool expected) =>
        Assert.Equal(expected, new UnansweredQuestion(Day("2026-04-02"), round).IsForTheLead);

    // 4 March 2026 is a Wednesday.
    [Theory]
    [InlineData("2026-03-04", null, false)]
    [InlineData("2026-03-05", "2026-03-05", false)]
    [InlineData("2026-03-11", "2026-03-11", false)]
    [InlineData("2026-03-17", "2026-03-11", false)]
    [InlineData("2026-03-18", "2026-03-18", true)]
    [InlineData("2026-04-01", "2026-04-01", true)]
    public void A_missed_sign_off_is_reminded_of_twice_and_then_the_lead_is_asked(string today, string? on, bool isForTheLead) =>
        Assert.Equal(
            on is null ? null : new SignOffReminder(Day(on), isForTheLead),
            SignOffReminder.Newest(Day("2026-03-04"), WorkCalendar.WithoutHolidays, Day(today)));
}
