using System.Net;
using System.Text;
using System.Text.Json;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Control;

public sealed class ControlApiTests
{
    [Fact]
    public async Task There_is_no_control_unless_the_options_say_so()
    {
        await using var lab = await SlackLab.StartAsync();

        using var answer = await lab.Http.GetAsync("/control/state", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_person_types_and_what_stands_there_is_read()
    {
        await using var lab = await StartAsync();
        lab.Bot.Answer = r => Microsoft.AspNetCore.Http.Results.Text(r.Path == "/slack/commands" ? "Hello" : "");

        var typed = await PostAsync(lab, "people/ben/type", """{"channel":"incidents","text":"it burns"}""");
        var command = await PostAsync(lab, "people/ben/type", """{"channel":"incidents","text":"/incident help"}""");
        await PostAsync(lab, "people/maya/react", $$"""{"channel":"incidents","ts":"{{typed.Text("ts")}}","emoji":"eyes"}""");
        await PostAsync(lab, "settle", "{}");

        Assert.Equal(200, command.Number("status"));
        Assert.Equal("Hello", command.Text("text"));
        var everybody = await GetAsync(lab, "channels/incidents/messages");
        var one = Assert.Single(everybody.EnumerateArray());
        Assert.Equal("it burns", one.Text("plain"));
        Assert.Equal("eyes", one.GetProperty("reactions")[0].Text("name"));
        Assert.Equal(2, (await GetAsync(lab, "channels/incidents/messages?seenBy=ben")).GetArrayLength());
        Assert.Contains((await GetAsync(lab, "deliveries")).EnumerateArray(), d => d.Text("name") == "/incident");
        Assert.Equal(0, (await GetAsync(lab, "state")).Number("pending"));
    }

    [Fact]
    public async Task A_person_clicks_fills_and_submits()
    {
        await using var lab = await StartAsync();
        var message = await lab.PostAsync("C0INCIDENT", "card", ("blocks", Modals.Blocks));
        await lab.OpenAsync(Modals.Declare, "ben");

        var clicked = await PostAsync(
            lab, "people/ben/click", $$"""{"in":{"channel":"incidents","ts":"{{message.Ts}}"},"action":"inc.update"}""");
        var missing = await PostAsync(lab, "people/ben/submit", "{}");
        await PostAsync(lab, "people/ben/fill", """{"values":{"title":"Checkout is down","lead":"maya"}}""");
        var submitted = await PostAsync(lab, "people/ben/submit", "{}");

        Assert.True(clicked.Flag("ok"));
        Assert.False(missing.Flag("ok"));
        Assert.True(submitted.Flag("ok"));
        Assert.Equal(JsonValueKind.Null, (await GetAsync(lab, "people/ben/modal")).GetProperty("view").ValueKind);
        Assert.Contains("Checkout is down", lab.Bot.LastAsked.Payload.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty((await GetAsync(lab, "calls?method=views.open")).EnumerateArray());
    }

    [Theory]
    [InlineData("slack-down", """{"seconds":60}""", "slack-down")]
    [InlineData("bot-unreachable", "{}", "bot-unreachable")]
    [InlineData("token-revoked", "{}", "token-revoked")]
    [InlineData("app-uninstalled", "{}", "app-uninstalled")]
    [InlineData("creates-race", "{}", "creates-race")]
    [InlineData("no-groups", "{}", "calls-usergroups.list")]
    [InlineData("calls", """{"method":"chat.postMessage","kind":"rateLimited","retry_after":30}""", "calls-chat.postMessage")]
    [InlineData("calls", """{"code":"fatal_error","calls":2}""", "next-calls-*")]
    [InlineData("events-dropped", """{"times":2}""", "events-dropped")]
    [InlineData("events-doubled", "{}", "events-doubled")]
    [InlineData("events-swapped", "{}", "events-swapped")]
    [InlineData("events-overlap", "{}", "events-overlap")]
    [InlineData("events-late", """{"seconds":60}""", "events-late")]
    [InlineData("events-shuffled", """{"seconds":60,"seed":3}""", "events-shuffled")]
    [InlineData("triggers-expired", "{}", "triggers-expired")]
    [InlineData("scope-taken", """{"scope":"pins:write"}""", "scope-pins:write")]
    [InlineData("deactivated", """{"person":"ben"}""", "deactivated-U0BEN00002")]
    [InlineData("guest", """{"person":"ben"}""", "guest-U0BEN00002")]
    [InlineData("bot-removed", """{"channel":"incidents"}""", "bot-removed-C0INCIDENT")]
    [InlineData("renamed", """{"channel":"incidents","name":"war-room"}""", "renamed-C0INCIDENT")]
    [InlineData("archived", """{"channel":"incidents"}""", "archived-C0INCIDENT")]
    [InlineData("shared", """{"channel":"incidents"}""", "shared-C0INCIDENT")]
    [InlineData("read-only", """{"channel":"incidents"}""", "read-only-C0INCIDENT")]
    public async Task Every_failure_is_begun_by_name_and_ended_by_id(string name, string with, string id)
    {
        await using var lab = await StartAsync();

        var begun = await PostAsync(lab, $"failures/{name}", with);
        Assert.Contains(begun.EnumerateArray(), t => t.Text("id") == id);

        using var ended = await lab.Http.DeleteAsync("/control/failures", TestContext.Current.CancellationToken);
        Assert.Equal("[]", await ended.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("failures")]
    [InlineData("troubles")]
    public async Task One_failure_ends_and_the_others_stay(string address)
    {
        await using var lab = await StartAsync();
        await PostAsync(lab, $"{address}/bot-unreachable", "{}");
        await PostAsync(lab, $"{address}/name-occupied", """{"name":"inc-1"}""");

        using var ended = await lab.Http.DeleteAsync($"/control/{address}/bot-unreachable", TestContext.Current.CancellationToken);

        Assert.Equal(
            "The name inc-1 is taken by an archived channel",
            Assert.Single((await GetAsync(lab, address)).EnumerateArray()).Text("what"));
    }

    [Theory]
    [InlineData("people/nobody/type", """{"channel":"incidents","text":"x"}""", "There is no one called nobody.")]
    [InlineData("people/ben/fly", "{}", "There is no action called fly.")]
    [InlineData("people/ben/submit", "{}", "ben has no modal open.")]
    [InlineData("failures/gremlins", "{}", "There is no failure called gremlins.")]
    [InlineData("clock", """{"seconds":60}""", "This workspace's clock is controlled from outside.")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string path, string body, string sentence)
    {
        await using var lab = await StartAsync();

        using var answer = await SendAsync(lab, path, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(
            sentence,
            Json.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Text("error"),
            StringComparison.Ordinal);
    }

    private static Task<SlackLab> StartAsync() => SlackLab.StartAsync(controlApi: true);

    private static async Task<JsonElement> GetAsync(SlackLab lab, string path) =>
        Json.Parse(await lab.Http.GetStringAsync($"/control/{path}", TestContext.Current.CancellationToken));

    private static async Task<JsonElement> PostAsync(SlackLab lab, string path, string body)
    {
        using var answer = await SendAsync(lab, path, body);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return Json.Parse(text);
    }

    private static async Task<HttpResponseMessage> SendAsync(SlackLab lab, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await lab.Http.PostAsync($"/control/{path}", content, TestContext.Current.CancellationToken);
    }
}
