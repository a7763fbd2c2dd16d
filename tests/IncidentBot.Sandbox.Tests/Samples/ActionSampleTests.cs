using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Samples;

/// <summary>What every kind of element sends, held to the samples of its action.</summary>
public sealed class ActionSampleTests
{
    private const string Sev1 = """{"text":{"type":"plain_text","text":"SEV1 - customers down"},"value":"sev1"}""";
    private const string Sev2 = """{"text":{"type":"plain_text","text":"SEV2 - degraded"},"value":"sev2"}""";
    private const string Options = $$"""{"options":[{{Sev1}},{{Sev2}}]}""";
    private const string Choices = $$"""
        "options":[{{Sev1}},{{Sev2}}]
        """;

    // A rich text's block_id is Slack's to give; a multi select says its min_query_length as the single one does.
    private static readonly Dictionary<int, string> Free = new() { [19] = "block_id", [7] = "min_query_length" };

    [Theory]
    [InlineData(
        0,
        "actions",
        """{"type":"button","text":{"type":"plain_text","text":"Open"},"value":"v","url":"https://example.test/","action_id":"a"}""")]
    [InlineData(
        1,
        "actions",
        $$"""
        {"type":"static_select",{{Choices}},"initial_option":{{Sev1}},
         "placeholder":{"type":"plain_text","text":"Pick"},"action_id":"a"}
        """,
        "sev2")]
    [InlineData(
        2,
        "actions",
        """{"type":"external_select","placeholder":{"type":"plain_text","text":"Search"},"min_query_length":0,"action_id":"a"}""",
        "sev1")]
    [InlineData(3, "actions", """{"type":"users_select","initial_user":"U0MAYA0001","action_id":"a"}""", "ben")]
    [InlineData(4, "actions", """{"type":"conversations_select","action_id":"a"}""", "payments")]
    [InlineData(5, "actions", """{"type":"channels_select","action_id":"a"}""", "payments")]
    [InlineData(6, "accessory", $$"""{"type":"multi_static_select",{{Choices}},"action_id":"a"}""", "sev1", "sev2")]
    [InlineData(7, "accessory", """{"type":"multi_external_select","min_query_length":0,"action_id":"a"}""", "sev1")]
    [InlineData(8, "accessory", """{"type":"multi_users_select","action_id":"a"}""", "maya", "ben")]
    [InlineData(9, "accessory", """{"type":"multi_conversations_select","action_id":"a"}""", "incidents", "payments")]
    [InlineData(10, "accessory", """{"type":"multi_channels_select","action_id":"a"}""", "incidents")]
    [InlineData(11, "actions", $$"""{"type":"overflow",{{Choices}},"action_id":"a"}""", "sev1")]
    [InlineData(12, "actions", """{"type":"datepicker","initial_date":"2026-02-01","action_id":"a"}""", "2026-02-03")]
    [InlineData(14, "actions", """{"type":"timepicker","timezone":"Europe/Paris","action_id":"a"}""", "14:30")]
    [InlineData(15, "actions", """{"type":"datetimepicker","action_id":"a"}""", "1770125400")]
    [InlineData(16, "actions", $$"""{"type":"radio_buttons",{{Choices}},"action_id":"a"}""", "sev1")]
    [InlineData(17, "actions", $$"""{"type":"checkboxes",{{Choices}},"action_id":"a"}""", "sev1")]
    [InlineData(18, "input", """{"type":"plain_text_input","action_id":"a"}""", "typed text")]
    [InlineData(19, "input", """{"type":"rich_text_input","action_id":"a"}""", "typed rich text")]
    [InlineData(
        21,
        "context",
        """{"type":"icon_button","icon":"trash","text":{"type":"plain_text","text":"Delete"},"value":"delete:981","action_id":"a"}""")]
    public async Task An_element_sends_what_its_sample_shows(int sample, string place, string element, params string[] chosen)
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Bot.Answer = request => request.Path == "/slack/options" ? Results.Text(Options, "application/json") : Results.Ok();
        Surface surface = place == "input"
            ? await lab.OpenAsync(Modal(element))
            : await lab.PostAsync("C0INCIDENT", "card", ("blocks", Blocks(place, element)));
        var person = lab.Workspace.As("maya");

        var answer = chosen.Length == 0 ? await person.ClickAsync(surface, "a") : await person.SelectAsync(surface, "a", chosen);

        Assert.True(answer!.Ok);
        var expected = Sample.Load("10_block_actions_action_variants")[sample];
        var action = lab.Bot.LastAsked.Payload.GetProperty("actions")[0];
        Assert.Equal(expected.Text("type"), action.Text("type"));
        Sample.AssertShape(expected, action, Free.GetValueOrDefault(sample, ""));
    }

    [Fact]
    public async Task A_cleared_date_is_sent_as_null()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync("C0INCIDENT", "card", ("blocks", Blocks("actions", """{"type":"datepicker","action_id":"a"}""")));

        await lab.Workspace.As("maya").SelectAsync(card, "a");

        var action = lab.Bot.LastAsked.Payload.GetProperty("actions")[0];
        Sample.AssertShape(Sample.Load("10_block_actions_action_variants")[13], action);
        Assert.Null(action.At("selected_date"));
    }

    private static string Blocks(string place, string element) => place switch
    {
        "accessory" => $$"""[{"type":"section","block_id":"b","text":{"type":"mrkdwn","text":"x"},"accessory":{{element}}}]""",
        "context" => $$"""[{"type":"context_actions","block_id":"b","elements":[{{element}}]}]""",
        _ => $$"""[{"type":"actions","block_id":"b","elements":[{{element}}]}]""",
    };

    private static string Modal(string element) =>
        $$"""
        {"type":"modal","title":{"type":"plain_text","text":"x"},"submit":{"type":"plain_text","text":"x"},
         "blocks":[{"type":"input","block_id":"b","dispatch_action":true,"label":{"type":"plain_text","text":"x"},"element":{{element}}}]}
        """;
}
