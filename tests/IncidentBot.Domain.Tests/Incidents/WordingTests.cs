using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class WordingTests
{
    private static readonly DateOnly Day = new(2026, 11, 19);

    [Theory]
    [InlineData("Checkout is down", "inc-12-20261119-checkout-is-down")]
    [InlineData("  API --- 500s! (EU)", "inc-12-20261119-api-500s-eu")]
    [InlineData("Größe überschritten: Łódź, Ærø, naïve café", "inc-12-20261119-grosse-uberschritten-lodz-aero-naive-cafe")]
    [InlineData("Can't pay", "inc-12-20261119-cant-pay")]
    [InlineData("Üb", "inc-12-20261119-ub")]
    [InlineData("支払い", "inc-12-20261119")]
    [InlineData("🔥🔥", "inc-12-20261119")]
    public void A_channel_is_named_in_plain_letters(string title, string expected) =>
        Assert.Equal(expected, ChannelName.For(12, Day, title));

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "-2")]
    [InlineData(10, "-10")]
    public void A_long_name_is_cut_so_that_its_ending_fits(int attempt, string ending)
    {
        var name = ChannelName.For(12, Day, new string('x', 120), attempt);

        // Slack refuses a name of 81 characters.
        Assert.Equal(80, name.Length);
        Assert.EndsWith($"x{ending}", name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_leaves_no_hyphen_behind()
    {
        var title = new string('a', ChannelName.Limit - "inc-12-20261119--".Length) + " bcd";

        Assert.Equal(ChannelName.Limit - 1, ChannelName.For(12, Day, title).Length);
        Assert.DoesNotContain("--", ChannelName.For(12, Day, title, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_says_severity_lead_how_it_ended_and_when_the_post_mortem_is_due()
    {
        var due = new DateTimeOffset(2026, 11, 26, 16, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(
            "SEV2 · Resolved · lead @x · PM due Thu 15:00 UTC",
            TopicLine.For(Severity.Sev2, IncidentStatus.Resolved, "@x", due));
        Assert.Equal(
            "SEV1 · no lead",
            TopicLine.For(Severity.Sev1, IncidentStatus.Investigating, null, null));
        Assert.All(
            Enum.GetValues<IncidentStatus>().Except([IncidentStatus.Resolved, IncidentStatus.Cancelled]),
            status => Assert.Equal("SEV1 · no lead", TopicLine.For(Severity.Sev1, status, null, null)));
        Assert.Equal("SEV4 · Cancelled · lead @x", TopicLine.For(Severity.Sev4, IncidentStatus.Cancelled, "@x", null));
        Assert.Equal(
            "DRILL · SEV1 · no lead",
            TopicLine.For(Severity.Sev1, IncidentStatus.Investigating, null, null, isDrill: true));
    }

    [Fact]
    public void A_topic_fits_whatever_the_lead_is_called()
    {
        var topic = TopicLine.For(Severity.Sev2, IncidentStatus.Resolved, new string('x', 300), DateTimeOffset.UnixEpoch);

        Assert.Equal(TopicLine.Limit, topic.Length);
        Assert.EndsWith("PM due Thu 00:00 UTC", topic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.02:00:00", "3 d 2 h")]
    [InlineData("3.00:05:00", "3 d")]
    [InlineData("18:27:00", "18 h 27 min")]
    [InlineData("1.00:00:00", "1 d")]
    [InlineData("23:59:59", "23 h 59 min")]
    [InlineData("01:00:00", "1 h")]
    [InlineData("00:59:59", "59 min")]
    [InlineData("00:00:59", "under 1 min")]
    [InlineData("00:00:00", "under 1 min")]
    public void A_duration_shows_its_two_largest_units(string duration, string expected) =>
        Assert.Equal(expected, IncidentDuration.Format(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Three_days_and_two_hours_are_74_hours() =>
        Assert.Equal("74 h", IncidentDuration.InHours(new TimeSpan(3, 2, 0, 0)));

    [Theory]
    [InlineData(" Mitigated", IncidentStatus.Mitigated)]
    [InlineData("investigating", IncidentStatus.Investigating)]
    public void Statuses_are_read_as_people_type_them(string typed, IncidentStatus expected) =>
        Assert.Equal(expected, StatusLabel.Parse(typed).Value);

    [Fact]
    public void An_unknown_status_is_refused() => Assert.Equal("status", StatusLabel.Parse("broken").Refusal?.Field);
}
