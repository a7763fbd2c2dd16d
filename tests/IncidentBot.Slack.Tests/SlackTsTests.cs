using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Tests;

public sealed class SlackTsTests
{
    [Fact]
    public void Every_digit_survives() => Assert.Equal("1769428805.120119", SlackTs.Parse("1769428805.120119").ToString());

    [Fact]
    public void An_old_event_time_without_its_dot_is_read() => Assert.Equal(new SlackTs(1515449522, 16), SlackTs.Parse("1515449522000016"));

    [Fact]
    public void Whole_seconds_are_read() => Assert.Equal(new SlackTs(1515449522, 0), SlackTs.Parse("1515449522"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1769428805.12")]
    [InlineData("1769428805.1201190")]
    [InlineData("1.769e9")]
    [InlineData("-1769428805.120119")]
    [InlineData("99999999999999999999.000000")]
    [InlineData("yesterday")]
    public void Anything_else_is_refused(string? text) => Assert.False(SlackTs.TryParse(text, out _));

    [Fact]
    public void Messages_of_one_second_are_ordered()
    {
        Assert.True(SlackTs.Parse("1769428805.000009") < SlackTs.Parse("1769428805.000010"));
        Assert.True(SlackTs.Parse("1769428806.000000") > SlackTs.Parse("1769428805.999999"));
        Assert.True(SlackTs.Parse("1769428805.000001") <= SlackTs.Parse("1769428805.000001"));
        Assert.True(SlackTs.Parse("1769428805.000001") >= SlackTs.Parse("1769428805.000001"));
    }

    [Fact]
    public void The_instant_is_the_seconds_part() =>
        Assert.Equal(new DateTimeOffset(2026, 1, 26, 12, 0, 5, TimeSpan.Zero), SlackTs.Parse("1769428805.999999").ToDateTimeOffset());
}
