using System.Text;
using IncidentBot.Slack.Endpoints;

namespace IncidentBot.Slack.Tests.Endpoints;

public sealed class SlackSignatureTests
{
    // The example of "Verifying requests from Slack".
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Fact]
    public void The_example_of_the_documentation_is_valid() => Assert.Equal(SlackSignatureResult.Valid, Verify());

    [Theory]
    [InlineData(0, SlackSignatureResult.Valid)]
    [InlineData(299, SlackSignatureResult.Valid)]
    [InlineData(300, SlackSignatureResult.Valid)]
    [InlineData(301, SlackSignatureResult.OutsideWindow)]
    [InlineData(-299, SlackSignatureResult.Valid)]
    [InlineData(-300, SlackSignatureResult.Valid)]
    [InlineData(-301, SlackSignatureResult.OutsideWindow)]
    public void Our_clock_may_be_five_minutes_off_on_either_side(int seconds, SlackSignatureResult expected) =>
        Assert.Equal(expected, Verify(secondsLater: seconds));

    [Fact]
    public void A_changed_body_does_not_match() => Assert.Equal(SlackSignatureResult.Mismatch, Verify(body: Body + "x"));

    [Fact]
    public void A_changed_timestamp_does_not_match() => Assert.Equal(SlackSignatureResult.Mismatch, Verify(timestamp: "1531420619"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_missing_header_is_missing(string? header)
    {
        Assert.Equal(SlackSignatureResult.Missing, Verify(timestamp: header));
        Assert.Equal(SlackSignatureResult.Missing, Verify(signature: header));
    }

    [Theory]
    [InlineData("v0=a2114d57")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=z2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503,v0=00")]
    public void A_signature_without_its_form_is_malformed(string signature) =>
        Assert.Equal(SlackSignatureResult.Malformed, Verify(signature: signature));

    [Theory]
    [InlineData("now")]
    [InlineData("-1531420618")]
    [InlineData("1531420618.5")]
    [InlineData(" 1531420618")]
    public void A_timestamp_without_its_form_is_malformed(string timestamp) =>
        Assert.Equal(SlackSignatureResult.Malformed, Verify(timestamp: timestamp));

    [Fact]
    public void The_largest_timestamp_does_not_overflow() =>
        Assert.Equal(SlackSignatureResult.OutsideWindow, Verify(timestamp: "9223372036854775807"));

    [Fact]
    public void While_a_secret_is_replaced_both_are_good()
    {
        Assert.Equal(SlackSignatureResult.ValidWithEarlierSecret, Verify(secrets: ["new", Secret]));
        Assert.Equal(SlackSignatureResult.Valid, Verify(secrets: [Secret, "old"]));
        Assert.Equal(SlackSignatureResult.Mismatch, Verify(secrets: ["new", "old"]));
    }

    [Fact]
    public void No_secret_accepts_nothing()
    {
        Assert.Equal(SlackSignatureResult.Mismatch, Verify(secrets: []));
        Assert.Equal(SlackSignatureResult.Mismatch, Verify(secrets: [""]));
    }

    private static SlackSignatureResult Verify(
        string body = Body, string? timestamp = Timestamp, string? signature = Signature, string[]? secrets = null, int secondsLater = 0) =>
        SlackSignature.Verify(
            Encoding.UTF8.GetBytes(body),
            timestamp,
            signature,
            secrets ?? [Secret],
            DateTimeOffset.FromUnixTimeSeconds(1531420618 + secondsLater));
}
