using IncidentBot.Domain.Meetings;

namespace IncidentBot.Domain.Tests.Meetings;

public sealed class MeetingFeedbackTests
{
    private static readonly Guid PostMortem = Guid.Parse("11111111-1111-1111-1111-111111111111");

    [Theory]
    [InlineData(4, 0, new string[0])]
    [InlineData(5, 4, new[] { "4 of 5 found the meeting worth their time" })]
    [InlineData(5, 5, new[] { "4 of 5 found the meeting worth their time", "0 of 5 felt safe to speak" })]
    public void A_total_needs_at_least_five_answers(int worth, int safe, string[] lines)
    {
        var all = Enumerable.Range(0, 5)
            .Select(person => Answered(person, person < worth ? person > 0 : null, person < safe ? false : null));

        Assert.Equal(lines, FeedbackTotals.Of([.. all]));
    }

    [Fact]
    public void The_last_answer_counts_and_does_not_touch_the_other_question()
    {
        var feedback = Answered(1, true, false);

        feedback.Answer(false, null);

        Assert.Equal((false, false), (feedback.WorthIt, feedback.SafeToSpeak));
    }

    [Fact]
    public void The_code_of_a_person_differs_from_meeting_to_meeting_and_does_not_name_them()
    {
        var code = MeetingFeedback.VoterOf(PostMortem, new PersonId("U0BEN"));

        Assert.DoesNotContain("U0BEN", code, StringComparison.Ordinal);
        Assert.Equal(code, MeetingFeedback.VoterOf(PostMortem, new PersonId("U0BEN")));
        Assert.NotEqual(code, MeetingFeedback.VoterOf(Guid.NewGuid(), new PersonId("U0BEN")));
    }

    private static MeetingFeedback Answered(int person, bool? worthIt, bool? safe)
    {
        var feedback = MeetingFeedback.Of(12, PostMortem, new PersonId($"U{person}"));
        feedback.Answer(worthIt, safe);
        return feedback;
    }
}
