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
    [InlineData(BlameField.Learning, "The team should have tested the rollback", "counterfactual")]
    public void Only_the_most_important_finding_is_shown(BlameField field, string text, string rule) =>
        Assert.Equal(rule, TopFinding.In(text, field, PeoplePresent.None)?.Rule);

    [Theory]
    [Trait("Requirement", "R71")]
    [InlineData("The on-call engineer forgot to silence the alert")]
    [InlineData("Why did nobody see the page?")]
    [InlineData("Ben restarted the queue")]
    public void The_timeline_shows_findings_for_verdicts_only(string text) =>
        Assert.Null(TopFinding.In(text, BlameField.Timeline, PeoplePresent.From(["Ben Okafor"])));

    [Fact]
    public void A_kept_text_may_change_its_line_breaks_but_not_its_words()
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
