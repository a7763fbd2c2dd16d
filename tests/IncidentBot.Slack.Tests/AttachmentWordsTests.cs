using System.Text.Json;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Tests;

public sealed class AttachmentWordsTests
{
    [Theory]
    [InlineData("""{"text":"It is down","attachments":[{"text":"An unfolded link"}]}""", "It is down")]
    [InlineData(
        """{"text":"","attachments":[{"fallback":"[FIRING] Errors","pretext":"Alert","title":"Errors","text":"5xx > 2 %"}]}""",
        "Alert\nErrors\n5xx > 2 %")]
    [InlineData("""{"attachments":[{"fallback":"[FIRING] Errors"}]}""", "[FIRING] Errors")]
    [InlineData(
        """{"attachments":[{"fields":[{"title":"Severity","value":"page","short":true},{"title":"","value":12}]}]}""",
        "Severity: page\n12")]
    [InlineData("""{"attachments":[{"title":"One"},{"title":"Two"}]}""", "One\nTwo")]
    [InlineData("""{"text":"","attachments":[{"fallback":null,"text":null,"fields":null},"odd",7]}""", "")]
    [InlineData("""{"text":"","attachments":null}""", "")]
    [InlineData("""{"text":"","attachments":{"text":"no list"}}""", "")]
    public void The_words_of_a_message_are_its_text_or_those_of_its_attachments(string json, string words) =>
        Assert.Equal(words, JsonSerializer.Deserialize<SlackMessage>(json, SlackJson.Options)!.Words);
}
