using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Domain.Tests.Language;

public sealed class TopFindingTests
{
    [Theory]
    [Trait("Requirement", "R7")]
    [InlineData(BlameField.Factor, "It was human error, the engineer should have checked", "human-error")]
    [InlineData(BlameField.Factor, "The careless engineer should have checked", "judgement")]
    [InlineData(BlameField.Timeline, "The engineer should have rolled back earlier", "counterfactual")]
    public void Of_several_findings_the_top_one_is_shown(BlameField field, string text, string rule) =>
        Assert.Equal(rule, TopFinding.In(text, field, PeoplePresent.None)?.Rule);

    [Theory]
    [Trait("Requirement", "R71")]
    [InlineData("The on-call engineer forgot to silence the alert")]
    [InlineData("Why did nobody see the page?")]
    [InlineData("Ben restarted the queue")]
    public void In_the_timeline_only_verdicts_are_spoken_of(string text) =>
        Assert.Null(TopFinding.In(text, BlameField.Timeline, PeoplePresent.From(["Ben Okafor"])));

    [Fact]
    public void However_its_lines_are_broken_a_kept_text_is_the_same_and_with_another_word_it_is_not()
    {
        var kept = AcceptedWording.Keep(
            Guid.NewGuid(),
            1,
            new FieldText(BlameField.Summary, "It was\nhuman  error"),
            "human-error",
            " We quote ",
            new PersonId("U1"),
            DateTimeOffset.UnixEpoch);

        Assert.True(kept.Covers(new FieldText(BlameField.Summary, "It was human error ")));
        Assert.False(kept.Covers(new FieldText(BlameField.Summary, "It was a human error")));
        Assert.False(kept.Covers(new FieldText(BlameField.Cause, "It was human error")));
        Assert.Equal("We quote", kept.Reason);
    }
}
