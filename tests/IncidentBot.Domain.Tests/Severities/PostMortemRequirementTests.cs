using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.Severities;

public sealed class PostMortemRequirementTests
{
    [Theory]
    [Trait("Requirement", "D19")]
    [InlineData(Severity.Sev1, PostMortemTriggers.None, PostMortemNeed.Required)]
    [InlineData(Severity.Sev2, PostMortemTriggers.None, PostMortemNeed.Required)]
    [InlineData(Severity.Sev3, PostMortemTriggers.None, PostMortemNeed.Recommended)]
    [InlineData(Severity.Sev4, PostMortemTriggers.None, PostMortemNeed.Optional)]
    [InlineData(Severity.Sev3, PostMortemTriggers.ReachedCustomers, PostMortemNeed.Required)]
    [InlineData(Severity.Sev4, PostMortemTriggers.HappenedBefore, PostMortemNeed.Required)]
    [InlineData(Severity.Sev3, PostMortemTriggers.NearMiss, PostMortemNeed.Required)]
    [InlineData(Severity.Sev4, PostMortemTriggers.NearMiss, PostMortemNeed.Recommended)]
    [InlineData(Severity.Sev4, PostMortemTriggers.NearMiss | PostMortemTriggers.RiskedCustomers, PostMortemNeed.Required)]
    public void Any_tick_requires_it_but_for_a_near_miss_alone_at_sev4(
        Severity severity, PostMortemTriggers triggers, PostMortemNeed expected) =>
        Assert.Equal(expected, PostMortemRequirement.For(severity, triggers));

    [Theory]
    [Trait("Requirement", "D20")]
    [InlineData(Severity.Sev1, PostMortemNeed.Recommended)]
    [InlineData(Severity.Sev2, PostMortemNeed.Recommended)]
    [InlineData(Severity.Sev3, PostMortemNeed.Optional)]
    public void A_sev4_that_could_have_been_serious_is_recommended(Severity couldHaveBeen, PostMortemNeed expected) =>
        Assert.Equal(expected, PostMortemRequirement.For(Severity.Sev4, PostMortemTriggers.None, couldHaveBeen));

    [Fact]
    public void The_five_questions_set_one_bit_each_and_fit_an_option()
    {
        Assert.Equal(31, TriggerQuestion.All.Sum(question => (int)question.Trigger));
        Assert.Equal(5, TriggerQuestion.All.Select(question => question.Trigger).Distinct().Count());
        Assert.All(TriggerQuestion.All, question => Assert.InRange(question.Text.Length, 1, 75));
    }
}
