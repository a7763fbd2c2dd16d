using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.ActionItems.Examples;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.ActionItems;

/// <summary>The review date is Thursday, 2 April; the owner lives in Berlin.</summary>
public sealed class EffectivenessQuestionTests
{
    private static readonly DateOnly ReviewDate = Day("2026-04-02");

    [Theory]
    [InlineData("2026-04-01", null)]
    [InlineData("2026-04-02", "2026-04-02")]
    [InlineData("2026-06-01", "2026-04-02")]
    [Trait("Requirement", "R120")]
    public void A_finished_action_is_asked_about_on_the_review_date(string today, string? expected) =>
        Assert.Equal(expected, Due(DoneAt("2026-03-10 09:00"), today));

    [Theory]
    [InlineData("2026-03-23 23:59", false)]
    [InlineData("2026-03-24 00:00", true)]
    [Trait("Requirement", "R120")]
    public void Two_weeks_after_it_was_done_an_action_can_be_judged(string now, bool expected)
    {
        Assert.Equal(expected, EffectivenessQuestion.HadTime(DoneAt("2026-03-10 00:00"), Utc(now)));
        Assert.False(EffectivenessQuestion.HadTime(Answered(EffectivenessVerdict.Achieved, "2026-03-12 09:00"), Utc("2026-12-01 00:00")));
        Assert.False(EffectivenessQuestion.HadTime(Item(), Utc("2026-12-01 00:00")));
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public void An_open_action_is_not_asked_about() => Assert.Null(Due(Item(), "2027-01-01"));

    [Theory]
    [InlineData("2026-03-19 09:00", "2026-04-30", "2026-04-02")]
    [InlineData("2026-03-20 09:00", "2026-04-02", "2026-04-02")]
    [InlineData("2026-03-20 09:00", "2026-04-03", "2026-04-03")]
    [InlineData("2026-04-01 09:00", "2026-04-14", "2026-04-02")]
    [InlineData("2026-04-01 09:00", "2026-04-15", "2026-04-15")]
    [InlineData("2026-04-02 09:00", "2026-04-15", null)]
    [InlineData("2026-04-02 09:00", "2026-04-16", "2026-04-16")]
    [InlineData("2026-04-08 22:30", "2026-04-22", null)]
    [InlineData("2026-04-08 22:30", "2026-04-23", "2026-04-23")]
    [InlineData("2026-04-04 09:00", "2026-04-19", null)]
    [InlineData("2026-04-04 09:00", "2026-04-20", "2026-04-20")]
    [Trait("Requirement", "R120")]
    public void An_action_finished_late_is_asked_about_two_weeks_later(string done, string today, string? expected) =>
        Assert.Equal(expected, Due(DoneAt(done), today));

    [Theory]
    [InlineData("2026-04-20", null)]
    [InlineData("2026-04-21", "2026-04-21")]
    [Trait("Requirement", "R120")]
    public void After_not_yet_the_question_is_repeated_two_weeks_later(string today, string? expected) =>
        Assert.Equal(expected, Due(Answered(EffectivenessVerdict.NotYet, "2026-04-07 09:00"), today));

    [Theory]
    [InlineData(EffectivenessVerdict.Achieved)]
    [InlineData(EffectivenessVerdict.DidNotWork)]
    [Trait("Requirement", "R122")]
    public void A_final_answer_ends_the_question(EffectivenessVerdict verdict) =>
        Assert.Null(Due(Answered(verdict, "2026-04-07 09:00"), "2027-01-01"));

    [Fact]
    public void A_dropped_action_is_not_asked_about()
    {
        var item = Item();
        item.Drop("The service goes away", Ana, Rights, Created);

        Assert.Null(Due(item, "2027-01-01"));
    }

    [Fact]
    public void Only_a_finished_action_has_a_next_date()
    {
        Assert.Null(EffectivenessQuestion.Next(Item(), ReviewDate, WorkCalendar.WithoutHolidays));
        Assert.Equal(ReviewDate, EffectivenessQuestion.Next(DoneAt("2026-03-10 09:00"), ReviewDate, WorkCalendar.WithoutHolidays));
        Assert.Equal(Day("2026-04-22"), EffectivenessQuestion.Next(DoneAt("2026-04-08 09:00"), ReviewDate, WorkCalendar.WithoutHolidays));
    }

    private static ActionItem DoneAt(string instant)
    {
        var item = Item();
        Assert.True(item.Complete(Ana, Rights, Utc(instant)).Ok);
        return item;
    }

    private static ActionItem Answered(EffectivenessVerdict verdict, string instant)
    {
        var item = DoneAt("2026-03-10 09:00");
        Assert.True(item.GiveVerdict(verdict, "No reader", 0, Ana, Rights, Utc(instant)).Ok);
        return item;
    }

    private static string? Due(ActionItem item, string today) =>
        Text(EffectivenessQuestion.Due(item, ReviewDate, WorkCalendar.WithoutHolidays, Day(today)));

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
