using System.Text.Json;
using IncidentBot.Slack.Endpoints;

namespace IncidentBot.Slack.Tests.Endpoints;

public sealed class UsableTextTests
{
    [Theory]
    [InlineData("""{"text":"a\u0000b"}""", "a\ufffdb")]
    [InlineData("""{"text":"a\ud83db"}""", "a\ufffdb")]
    [InlineData("""{"text":"a\ude00b"}""", "a\ufffdb")]
    [InlineData("""{"text":"\ud83d\ud83d\ude00"}""", "\ufffd\ud83d\ude00")]
    [InlineData("""{"text":"\uD83D\u0000"}""", "\ufffd\ufffd")]
    [InlineData("""{"text":"\ud83d\ude00"}""", "\ud83d\ude00")]
    [InlineData("""{"text":"\\u0000 \\ud83d"}""", "\\u0000 \\ud83d")]
    [InlineData("""{"text":"\\\u0000"}""", "\\\ufffd")]
    public void What_no_text_can_hold_is_replaced_and_the_rest_kept(string json, string text) =>
        Assert.Equal(text, JsonDocument.Parse(UsableText.OfJson(json)).RootElement.GetProperty("text").GetString());

    [Theory]
    [InlineData("""{"text":"\ud83d""")]
    [InlineData("""\u0000\""")]
    [InlineData("""{"text":"\ud8""")]
    public void What_is_cut_off_stays_broken_and_does_no_harm(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(UsableText.OfJson(json)));

    [Fact]
    public void A_field_of_a_form_is_mended_too() => Assert.Equal("Checkout\ufffd is down", UsableText.Of("Checkout\0 is down"));
}
