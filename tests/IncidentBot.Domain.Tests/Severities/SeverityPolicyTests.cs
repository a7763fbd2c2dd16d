using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.Severities;

public sealed class SeverityPolicyTests
{
    [Theory]
    [Trait("Requirement", "D3")]
    [InlineData(Severity.Sev1, PostMortemNeed.Required, 48, 30)]
    [InlineData(Severity.Sev2, PostMortemNeed.Required, 7 * 24, 60)]
    [InlineData(Severity.Sev3, PostMortemNeed.Recommended, 7 * 24, null)]
    [InlineData(Severity.Sev4, PostMortemNeed.Optional, 14 * 24, null)]
    public void Each_severity_has_its_need_its_hours_and_its_cadence(
        Severity severity, PostMortemNeed need, int hours, int? updateMinutes)
    {
        var policy = SeverityPolicy.For(severity);

        Assert.Equal(need, policy.PostMortem);
        Assert.Equal(TimeSpan.FromHours(hours), policy.PostMortemWithin);
        Assert.Equal(updateMinutes, (int?)policy.UpdateEvery?.TotalMinutes);
    }

    [Fact]
    public void Every_severity_has_one_word_and_one_emoji_and_criteria_that_fit_an_option()
    {
        Assert.Equal(Enum.GetValues<Severity>(), SeverityPolicy.All.Select(policy => policy.Severity));
        Assert.Equal(4, SeverityPolicy.All.Select(policy => policy.Word).Distinct().Count());
        Assert.Equal(4, SeverityPolicy.All.Select(policy => policy.Emoji).Distinct().Count());
        Assert.All(SeverityPolicy.All, policy => Assert.InRange(policy.Criteria.Length, 1, 75));
    }

    [Theory]
    [InlineData("1", Severity.Sev1)]
    [InlineData("sev1", Severity.Sev1)]
    [InlineData(" SEV 2 ", Severity.Sev2)]
    [InlineData("sev-3", Severity.Sev3)]
    [InlineData("4", Severity.Sev4)]
    public void Severities_are_read_as_people_type_them(string typed, Severity expected) =>
        Assert.Equal(expected, SeverityPolicy.Parse(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("11")]
    [InlineData("sev")]
    [InlineData("critical")]
    public void Anything_else_is_refused_with_the_four_named(string? typed)
    {
        var result = SeverityPolicy.Parse(typed);

        Assert.Equal("severity", result.Refusal?.Field);
        Assert.Contains("1, 2, 3 or 4", result.Refusal?.Sentence, StringComparison.Ordinal);
    }
}
