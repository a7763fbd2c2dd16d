using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Domain.Tests.Language.Blame;

public sealed class BlameRewriteTests
{
    private static readonly PeoplePresent People = PeoplePresent.From(["Jonas Weber", "Grace Lindqvist"]);

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData(
        BlameField.Cause,
        "The developer didn't check whether the index existed",
        "It was possible to go on without checking whether the index existed")]
    [InlineData(
        BlameField.Cause,
        "down, because nobody read the renewal mails.",
        "down, because it was possible to go on without reading the renewal mails.")]
    [InlineData(BlameField.Factor, "We should have load-tested the consumer", "Nothing prompted anyone to load-test the consumer")]
    [InlineData(BlameField.Timeline, "09:30 Jonas should have rolled back here", "09:30 Jonas did not roll back here")]
    [InlineData(BlameField.Timeline, "22:10 Grace forgot to re-enable the checks", "22:10 Grace did not re-enable the checks")]
    [InlineData(BlameField.Timeline, "03:12 Jonas carelessly dropped the partition", "03:12 Jonas dropped the partition")]
    [InlineData(BlameField.Summary, "An inattentive engineer left the bucket open", "An engineer left the bucket open")]
    [InlineData(BlameField.Cause, "Human error during the failover.", "A step that was easy to get wrong during the failover.")]
    [InlineData(BlameField.Cause, "Grace had the only key", "A team member had the only key")]
    [InlineData(BlameField.Cause, "Grace forgot to renew the key", "It was possible to go on without renewing the key")]
    [InlineData(BlameField.Action, "Be more careful when editing the routes", "Add a guard that catches mistakes when editing the routes")]
    [InlineData(BlameField.Action, "Consider a second provider", "Decide by ___ on a second provider and write the decision down")]
    public void A_rewrite_removes_the_blame(BlameField field, string text, string rewrite) =>
        Assert.Equal(rewrite, BlameCheck.Find(text, field, People)[0].Rewrite);

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("The config was pushed by a developer who didn't run the tests")]
    [InlineData("The intern was clueless")]
    [InlineData("Lack of discipline")]
    public void No_rewrite_is_offered_when_none_makes_sense(string text) =>
        Assert.Null(BlameCheck.Find(text, BlameField.Cause, People)[0].Rewrite);

    [Fact]
    [Trait("Requirement", "R4")]
    public void Sentences_without_blame_stay_as_written()
    {
        const string text = "The disk was full.\nGrace had the only key. The alert  was muted";

        Assert.Equal(
            "The disk was full.\nA team member had the only key. The alert  was muted",
            BlameCheck.Find(text, BlameField.Cause, People)[0].Rewrite);
    }

    [Fact]
    [Trait("Requirement", "R4")]
    public void No_rewrite_contains_blame()
    {
        var stubborn = LabelledSentences.Tuning()
            .SelectMany(sentence => sentence.Findings()
                .Where(finding => finding.Rewrite is not null).Select(finding => (sentence, finding)))
            .Where(one => (one.sentence with { Text = one.finding.Rewrite! }).Findings().Count >= one.sentence.Findings().Count)
            .Select(one => one.finding.Rewrite);

        Assert.Empty(stubborn);
    }
}
