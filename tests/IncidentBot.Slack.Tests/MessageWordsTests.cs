using System.Text.Json;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Tests;

/// <summary>The shapes in which messages arrive, each with the words that a person would read there, mentions not yet resolved.</summary>
public sealed class MessageWordsTests
{
    public static TheoryData<string> Apps => Names("messages_of_apps");

    public static TheoryData<string> People => Names("messages_of_people");

    [Theory]
    [MemberData(nameof(Apps))]
    public void A_message_of_an_app_has_the_words_that_a_person_would_read(string name) => AssertWords("messages_of_apps", name);

    [Theory]
    [MemberData(nameof(People))]
    public void A_message_of_a_person_has_the_words_that_a_person_would_read(string name) => AssertWords("messages_of_people", name);

    [Theory]
    [InlineData("""{"bot_id":"B1","username":"ci-hook","bot_profile":{"name":"CI"}}""", "ci-hook")]
    [InlineData("""{"bot_id":"B1","bot_profile":{"name":"CI"}}""", "CI")]
    [InlineData("""{"bot_id":"B1","username":"","bot_profile":{"name":""}}""", null)]
    [InlineData("""{"user":"U1","username":"anna"}""", null)]
    public void A_bot_has_the_best_name_that_its_message_gives(string json, string? name) =>
        Assert.Equal(name, JsonSerializer.Deserialize<SlackMessage>(json, SlackJson.Options)!.BotName);

    [Fact]
    public void Mentions_in_blocks_are_kept_as_tokens_so_that_names_can_be_found()
    {
        const string json = """
            {"bot_id":"B1","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
             {"type":"user","user_id":"U1"},{"type":"text","text":" <&> "},{"type":"usergroup","usergroup_id":"S1"},
             {"type":"user","user_id":"U1> <!here"}]}]}]}
            """;

        Assert.Equal(
            "<@U1> &lt;&amp;&gt; <!subteam^S1>someone", JsonSerializer.Deserialize<SlackMessage>(json, SlackJson.Options)!.Words);
    }

    private static TheoryData<string> Names(string file) =>
        [.. Payload.File(file).EnumerateArray().Select(row => row.GetProperty("name").GetString()!)];

    private static void AssertWords(string file, string name)
    {
        var row = Payload.File(file).EnumerateArray().Single(row => row.GetProperty("name").GetString() == name);
        var message = row.GetProperty("message").Deserialize<SlackMessage>(SlackJson.Options)!;

        Assert.Equal(row.GetProperty("words").GetString(), SlackText.Plain(message.Words));
    }
}
