using System.Text;
using System.Text.Json;
using IncidentBot.Sandbox.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Samples;

/// <summary>The answers and the response_url calls of the samples do what Slack does with them.</summary>
public sealed class AnswerSampleTests
{
    private static readonly JsonElement Answers = Sample.Load("16_ack_bodies");

    [Theory]
    [InlineData("slash_ephemeral", 0, 1)]
    [InlineData("slash_in_channel", 2, 0)]
    [InlineData("slash_echo_only", 1, 0)]
    public async Task An_answer_to_a_command_is_shown(string sample, int toEverybody, int toOne)
    {
        await using var lab = await StartAsync(sample);

        await lab.Workspace.As("maya").TypeAsync("payments", "/incident new");

        Assert.Equal(toEverybody, lab.Workspace.MessagesIn("payments").Count);
        Assert.Equal(toOne, lab.Workspace.EphemeralsFor("maya", "payments").Count);
    }

    [Theory]
    [InlineData("view_update", "Declared")]
    [InlineData("view_push", "Next why")]
    [InlineData("view_clear", null)]
    public async Task An_answer_to_a_submission_is_followed(string sample, string? title)
    {
        await using var lab = await StartAsync(sample);
        var view = await lab.OpenAsync(Modals.Plain());

        Assert.Equal(title, (await lab.Workspace.As("maya").SubmitAsync(view))?.Title);
    }

    [Fact]
    public async Task Errors_stand_under_their_fields()
    {
        await using var lab = await StartAsync("view_errors");
        var view = await lab.OpenAsync("""
            {"type":"modal","title":{"type":"plain_text","text":"x"},"submit":{"type":"plain_text","text":"x"},"blocks":[
             {"type":"input","optional":true,"block_id":"title_b","label":{"type":"plain_text","text":"x"},
              "element":{"type":"plain_text_input","action_id":"a"}},
             {"type":"input","optional":true,"block_id":"date_b","label":{"type":"plain_text","text":"x"},
              "element":{"type":"datepicker","action_id":"b"}}]}
            """);

        var after = await lab.Workspace.As("maya").SubmitAsync(view);

        Assert.Equal("Describe the system, not a person.", after!.Errors["title_b"]);
        Assert.Equal("Date is in the future.", after.Errors["date_b"]);
    }

    [Theory]
    [InlineData("options")]
    [InlineData("option_groups")]
    public async Task Suggested_options_are_offered(string sample)
    {
        await using var lab = await StartAsync(sample);
        var view = await lab.OpenAsync(Modals.Declare);

        var options = await lab.Workspace.As("maya").SuggestAsync(view, "service", "pay");

        Assert.Equal("svc_17", Assert.Single(options).Text("value"));
    }

    [Fact]
    public async Task The_calls_to_a_response_url_are_taken()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync("C0INCIDENT", "INC-42", ("blocks", Modals.Blocks));
        await lab.Workspace.As("ben").TypeAsync("incidents", "/incident new");
        var command = lab.Bot.LastAsked.Form["response_url"];
        await lab.Workspace.As("ben").ClickAsync(card, "inc.update");
        var click = lab.Bot.LastAsked.Payload.Text("response_url")!;
        var sample = Sample.Load("36_response_url_calls");

        foreach (var call in sample.Items("calls"))
        {
            var body = call.GetProperty("body").GetRawText().Replace("1769428805.120119", card.Ts, StringComparison.Ordinal);
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await lab.Http.PostAsync(
                call.Text("url")!.Contains("/commands/", StringComparison.Ordinal) ? command : click,
                content,
                TestContext.Current.CancellationToken);
            Assert.Equal(sample.GetProperty("success_reply").Number("status"), (int)answer.StatusCode);
            Assert.Equal(
                sample.GetProperty("success_reply").Text("body"),
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(["INC-42 declared", "Update posted"], lab.Workspace.MessagesIn("incidents").Select(m => m.Text));
        Assert.Equal("Working…", Assert.Single(lab.Workspace.EphemeralsFor("ben", "incidents")).Text);
    }

    private static async Task<SlackLab> StartAsync(string sample)
    {
        var lab = await SlackLab.StartAsync();
        var body = Answers.GetProperty(sample).GetRawText();
        lab.Bot.Answer = request => request.Path == "/slack/events"
            || (request.Path == "/slack/commands" && !sample.StartsWith("slash", StringComparison.Ordinal))
            ? Results.Ok()
            : Results.Text(body, "application/json");
        return lab;
    }
}
