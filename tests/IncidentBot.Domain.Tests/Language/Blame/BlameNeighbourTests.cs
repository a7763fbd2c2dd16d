using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>Kinds of sentences from published write-ups that are no blame, each beside the blame that it resembles.</summary>
public sealed class BlameNeighbourTests
{
    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Cause, "The slowdown was caused by a marketing campaign that tripled the load")]
    [InlineData(BlameField.Cause, "The restart loop was caused by an operations script with an old path")]
    [InlineData(BlameField.Cause, "Timeouts were caused by a finance report without an index")]
    [InlineData(BlameField.Cause, "The outage was caused by a traffic spike")]
    [InlineData(BlameField.Factor, "The lock was triggered by a support tool that reads every row")]
    [InlineData(BlameField.Cause, "Our engineers determined that a deployment caused the spike in latency")]
    [InlineData(BlameField.Factor, "The team has concluded that a schema migration broke the export")]
    public void What_a_system_caused_is_not_blame(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("human-error", BlameField.Cause, "The outage was caused by the operations team")]
    [InlineData("human-error", BlameField.Cause, "The slowdown was caused by marketing")]
    [InlineData("human-error", BlameField.Cause, "We determined that an engineer broke the export")]
    [InlineData("stopped-early", BlameField.Cause, "The technician deleted the production database by accident")]
    public void What_a_person_caused_is_blame(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);
}
