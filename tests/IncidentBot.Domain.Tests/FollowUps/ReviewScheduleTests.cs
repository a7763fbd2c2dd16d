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
        new(FollowUpKind.Impact, Day("2026-05-15")),
    ];

    [Theory]
    [InlineData("2026-03-23", "")]
    [InlineData("2026-03-24", "Progress")]
    [InlineData("2026-04-09", "Progress")]
    [InlineData("2026-04-10", "Effectiveness")]
    [InlineData("2026-05-14", "Effectiveness")]
    [InlineData("2026-05-15", "Impact")]
    [InlineData("2027-05-15", "Impact")]
    [Trait("Requirement", "D18")]
    [Trait("Requirement", "R122")]
    public void Of_several_days_that_came_only_the_newest_counts(string today, string expected) =>
        Assert.Equal(expected, Due(Days, [], today));

    [Fact]
    public void Reviews_set_for_one_day_are_held_together() => Assert.Equal(
        "Effectiveness,Impact",
        Due([new(FollowUpKind.Effectiveness, Day("2026-04-10")), new(FollowUpKind.Impact, Day("2026-04-10"))], [], "2026-04-10"));

    [Theory]
    [InlineData(RecurrenceVerdict.NotBack)]
    [InlineData(RecurrenceVerdict.CameBack)]
    [Trait("Requirement", "R122")]
    public void An_answer_stops_the_question_and_brings_no_older_one_back(RecurrenceVerdict verdict) =>
        Assert.Equal("", Due(Days, [Answer(verdict, "2026-05-15 09:00")], "2027-01-01"));

    [Theory]
    [InlineData("2026-06-14", "")]
    [InlineData("2026-06-15", "Impact")]
    [Trait("Requirement", "R121")]
    public void Too_early_to_say_is_asked_once_more_thirty_days_later_on_a_working_day(string today, string expected) =>
        Assert.Equal(expected, Due(Days, [Answer(RecurrenceVerdict.TooEarly, "2026-05-15 09:00")], today));

    [Fact]
    [Trait("Requirement", "R121")]
    public void The_second_time_is_the_last() => Assert.Equal(
        "",
        Due(
            Days,
            [Answer(RecurrenceVerdict.TooEarly, "2026-05-15 09:00"), Answer(RecurrenceVerdict.TooEarly, "2026-06-15 09:00")],
            "2027-01-01"));

    [Fact]
    [Trait("Requirement", "R140")]
    public void The_days_are_filled_in_once_it_is_held_or_published_and_chosen_ones_stay()
    {
        var (notYet, held) = (Required(), Required());
        notYet.OfferFollowUps(new FollowUpPlan(), WorkCalendar.WithoutHolidays, Resolved);
        held.MarkHeld(true, Ana, Utc("2026-03-03 09:00"));

        held.OfferFollowUps(new FollowUpPlan(), WorkCalendar.WithoutHolidays, Resolved);
        Assert.Equal(
            [new(FollowUpKind.Effectiveness, Day("2026-04-02")), new FollowUp(FollowUpKind.Impact, Day("2026-05-15"))],
            held.Reviews.FollowUps);
        held.Reviews.ScheduleReviews(Days, Day("2026-03-03"), Ana, Resolved);
        held.OfferFollowUps(new FollowUpPlan(), WorkCalendar.WithoutHolidays, Resolved);

        Assert.Empty(notYet.Reviews.FollowUps);
        Assert.Equal(Days, held.Reviews.FollowUps);
    }

    [Fact]
    [Trait("Requirement", "R121")]
    public void It_came_back_with_a_sentence_and_opens_the_cause_until_another_answer()
    {
        var postMortem = Required();
        Assert.Equal("sentence", postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.CameBack, " ", 14, 0, Ana, Resolved).Refusal?.Field);
        Assert.Empty(postMortem.Reviews.RecurrenceAnswers);

        Assert.True(postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.CameBack, "The pool again", 14, 0, Ana, Resolved).Ok);
        Assert.True(postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.CameBack, "The pool again", 14, 0, Ben, Resolved).Ok);
        Assert.Equal(new OpenCause("came_back", Resolved, Ana, null, "The pool again", 14), Assert.Single(postMortem.Reviews.OpenCauses));
        Assert.Equal(
            "Someone has answered in the meantime. Answer again to replace that answer.",
            postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.NotBack, null, null, 0, Ben, Resolved).Refusal?.Sentence);

        Assert.True(postMortem.Reviews.AnswerRecurrence(RecurrenceVerdict.NotBack, null, null, 1, Ben, Resolved).Ok);
        Assert.Empty(postMortem.Reviews.OpenCauses);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public void An_action_that_did_not_work_opens_the_cause_until_it_did()
    {
        var (postMortem, item) = (Required(), ActionItems.Examples.Item());
        item.Complete(Ana, ActionItems.Examples.Rights, Resolved);
        item.Judge(EffectivenessVerdict.DidNotWork, "No reader", 0, Ana, ActionItems.Examples.Rights, Resolved);

        postMortem.Reviews.ApplyVerdict(item, Resolved);
        Assert.Equal(
            new OpenCause(OpenCause.Of(item.Id), Resolved, Ana, "Alert on the queue's age", "No reader"), postMortem.Reviews.CauseOf(item));
        item.Judge(EffectivenessVerdict.Achieved, null, 1, Ana, ActionItems.Examples.Rights, Resolved);
        postMortem.Reviews.ApplyVerdict(item, Resolved);

        Assert.Empty(postMortem.Reviews.OpenCauses);
        Assert.Equal("the gap is no longer open: Alert on the queue's age", postMortem.AllChanges[^1].What);
    }

    private static string Due(IReadOnlyList<FollowUp> days, IReadOnlyList<RecurrenceAnswer> answers, string today) =>
        string.Join(',', ReviewSchedule.Due(days, answers, WorkCalendar.WithoutHolidays, Day(today)).Select(look => look.Kind));

    private static RecurrenceAnswer Answer(RecurrenceVerdict verdict, string at) => new(verdict, Utc(at), Ana);
}
