using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.Tests.WriteUps;

public sealed class EarlierAnalysisTests
{
    [Theory]
    [InlineData("No contract test covers the payment API", 2, 2, true)]
    [InlineData("The payment API has no contract test", 1, 1, true)]
    [InlineData("The payment API has no contract test", 2, 1, false)]
    [InlineData("The payment API has no contract test", 0, 0, false)]
    [InlineData("Alerts look at errors, not at missing traffic", 2, 2, false)]
    [InlineData("", 2, 2, false)]
    [Trait("Requirement", "R72")]
    public void Two_post_mortems_with_the_same_gap_and_all_actions_done_stopped_too_early(
        string gap, int actions, int done, bool expected) =>
        Assert.Equal(
            expected, EarlierAnalysis.StoppedTooEarly([new("No contract test covers the payment API", 3, 3), new(gap, actions, done)]));

    [Fact]
    public void One_post_mortem_alone_proves_nothing() =>
        Assert.False(EarlierAnalysis.StoppedTooEarly([new("No contract test covers the payment API", 3, 3)]));
}
