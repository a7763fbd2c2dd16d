using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.FollowUps;

public sealed class ReviewScheduleTests
{
    private static readonly FollowUp[] Days =
    [
        new(FollowUpKind.Progress, Day("2026-03-24")),
        new(FollowUpKind.Effectiveness, Day("2026-04-10")),
        new(FollowUpKind.RecurrenceCheck, Day("2026-05-15")),
    ];

    [Theory]
    [InlineData("2026-03-23", "")]
    [InlineData("2026-03-24", "Progress")]
    [InlineData("2026-04-09", "Progress")]
    [InlineData("2026-04-10", "Effectiveness")]
    [InlineData("2026-05-14", "Effectiveness")]
    [InlineData("2026-05-15", "RecurrenceCheck")]
    [InlineData("2027-05-15", "RecurrenceCheck")]
    [Trait("Requirement", "D18")]
    [Trait("Requirement", "R122")]
    public void Of_several_reviews_whose_date_has_come_only_the_newest_is_due(string today, string expected) =>
        Assert.Equal(expected, Due(Days, [], today));

    [Fact]
    public void Reviews_on_the_same_date_are_due_together() => Assert.Equal(
        "Effectiveness,RecurrenceCheck",
        Due([new(FollowUpKind.Effectiveness, Day("2026-04-10")), new(FollowUpKind.RecurrenceCheck, Day("2026-04-10"))], [], "2026-04-10"));

    [Theory]
    [InlineData(RecurrenceVerdict.NotBack)]
    [InlineData(RecurrenceVerdict.CameBack)]
    [Trait("Requirement", "R122")]
    public void An_answer_ends_the_recurrence_check_and_revives_no_earlier_review(RecurrenceVerdict verdict) =>
        Assert.Equal("", Due(Days, [Answer(verdict, "2026-05-15 09:00")], "2027-01-01"));

    [Theory]
    [InlineData("2026-06-14", "")]
    [InlineData("2026-06-15", "RecurrenceCheck")]
    [Trait("Requirement", "R121")]
    public void After_too_early_to_say_the_check_is_due_again_thirty_days_later_on_a_working_day(string today, string expected) =>
        Assert.Equal(expected, Due(Days, [Answer(RecurrenceVerdict.TooEarly, "2026-05-15 09:00")], today));

    [Fact]
    [Trait("Requirement", "R121")]
    public void After_a_second_too_early_to_say_no_check_follows() => Assert.Equal(
        "",
        Due(
            Days,
            [Answer(RecurrenceVerdict.TooEarly, "2026-05-15 09:00"), Answer(RecurrenceVerdict.TooEarly, "2026-06-15 09:00")],
            "2027-01-01"));

    [Fact]
    [Trait("Requirement", "R140")]
    public void Dates_are_filled_in_after_the_meeting_and_chosen_dates_are_kept()
    {
        var (notYet, held) = (RequiredPostMortem(), RequiredPostMortem());
        notYet.OfferFollowUps(new FollowUpPlan(), WorkCalendar.WithoutHolidays, Resolved);
        held.MarkHeld(true, Ana, Utc("2026-03-03 09:00"));

        held.OfferFollowUps(new FollowUpPlan(), WorkCalendar.WithoutHolidays, Resolved);
        Assert.Equal(
            [new(FollowUpKind.Effectiveness, Day("2026-04-02")), new FollowUp(FollowUpKind.RecurrenceCheck, Day("2026-05-15"))],
            held.Reviews.FollowUps);
        held.Reviews.ScheduleReviews(Days, Day("2026-03-03"), Ana, Resolved);
        held.OfferFollowUps(new FollowUpPlan(), WorkCalendar.WithoutHolidays, Resolved);

        Assert.Empty(notYet.Reviews.FollowUps);
        Assert.Equal(Days, held.Reviews.FollowUps);
    }

    [Fact]
    [Trait("Requirement", "R121")]
    public void A_recurrence_needs_a_sentence_and_reopens_the_gap_until_another_answer()
    {
        var postMortem = RequiredPostMortem();
        Assert.Equal("sentence", postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.CameBack, " ", 14, 0, Ana, Resolved).Refusal?.Field);
        Assert.Empty(postMortem.Reviews.RecurrenceAnswers);

        Assert.True(postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.CameBack, "The pool again", 14, 0, Ana, Resolved).Ok);
        Assert.True(postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.CameBack, "The pool again", 14, 0, Ben, Resolved).Ok);
        Assert.Equal(
            new ReopenReason("came_back", Resolved, Ana, null, "The pool again", 14), Assert.Single(postMortem.Reviews.ReopenReasons));
        Assert.Equal(
            "Someone has already answered. Answer again to replace that answer.",
            postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.NotBack, null, null, 0, Ben, Resolved).Refusal?.Sentence);

        Assert.True(postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.NotBack, null, null, 1, Ben, Resolved).Ok);
        Assert.Empty(postMortem.Reviews.ReopenReasons);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public void An_action_that_did_not_work_reopens_the_gap_until_it_works()
    {
        var (postMortem, item) = (RequiredPostMortem(), ActionItems.Examples.Item());
        item.Complete(Ana, ActionItems.Examples.Rights, Resolved);
        item.GiveVerdict(EffectivenessVerdict.DidNotWork, "No reader", 0, Ana, ActionItems.Examples.Rights, Resolved);

        postMortem.Reviews.ApplyVerdict(item, Resolved);
        Assert.Equal(
            new ReopenReason(ReopenReason.Of(item.Id), Resolved, Ana, "Alert on the queue's age", "No reader"),
            postMortem.Reviews.ReopenReasonOf(item));
        item.GiveVerdict(EffectivenessVerdict.Achieved, null, 1, Ana, ActionItems.Examples.Rights, Resolved);
        postMortem.Reviews.ApplyVerdict(item, Resolved);

        Assert.Empty(postMortem.Reviews.ReopenReasons);
        Assert.Equal("no longer a reason for the open gap: Alert on the queue's age", postMortem.AllChanges[^1].What);
    }

    private static string Due(IReadOnlyList<FollowUp> days, IReadOnlyList<RecurrenceAnswer> answers, string today) =>
        string.Join(',', ReviewSchedule.Due(days, answers, WorkCalendar.WithoutHolidays, Day(today)).Select(review => review.Kind));

    private static RecurrenceAnswer Answer(RecurrenceVerdict verdict, string at) => new(verdict, Utc(at), Ana);
}
