using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Sandbox.Tests.Lab;

/// <summary>A workspace with a fake bot and a fake clock.</summary>
internal sealed class SlackLab : IAsyncDisposable
{
    public const string Token = "xoxb-lab";
    public const string Secret = "5f0c1e9ab37d4c2e8f6a90b1c2d3e4f5";

    private static readonly DateTimeOffset Start = new(2026, 1, 26, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;

    private SlackLab(WebApplication app, FakeBot bot, FakeTimeProvider clock)
    {
        (this.app, Bot, Clock) = (app, bot, clock);
        Http = app.GetTestClient();
    }

    public FakeBot Bot { get; }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public Workspace Workspace => app.Services.GetRequiredService<Workspace>();

    public static async Task<SlackLab> StartAsync(
        SandboxAppConfig? config = null, TimeSpan? acknowledgementLimit = null, bool controlApi = false)
    {
        var clock = new FakeTimeProvider(Start);
        var bot = await FakeBot.StartAsync();
        var options = new SandboxOptions
        {
            BotToken = Token,
            SigningSecret = Secret,
            BaseUrl = new Uri("http://slack.test/"),
            BotBaseUrl = new Uri("http://bot.test/"),
            BotHttpHandler = bot.Handler,
            Clock = clock,
            App = config ?? SandboxAppConfig.Everything,
            ControlApi = controlApi,
            AcknowledgementLimit = acknowledgementLimit ?? TimeSpan.FromSeconds(30),
        };
        var slack = SandboxApp.Create(options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await slack.StartAsync();
        return new SlackLab(slack, bot, clock);
    }

    /// <summary>Calls a method with the bot's token and returns the JSON response.</summary>
    public async Task<JsonElement> CallAsync(string method, params (string Name, string Value)[] arguments)
    {
        using var response = await SendAsync(method, Form(arguments));
        return Json.Parse(await response.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> SendAsync(string method, HttpContent content, string? token = Token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{method}") { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await Http.SendAsync(request);
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>Creates a channel as the bot and returns its id.</summary>
    public async Task<string> NewChannelAsync(string name = "inc-1-checkout") =>
        (await CallAsync("conversations.create", ("name", name))).GetProperty("channel").Text("id")!;

    public async Task<Message> PostAsync(string channel, string text, params (string Name, string Value)[] more)
    {
        var answer = await CallAsync("chat.postMessage", [("channel", channel), ("text", text), .. more]);
        return Workspace.Messages.Find(channel, answer.Text("ts")!)!;
    }

    /// <summary>Types a command and returns its trigger id.</summary>
    public async Task<string> TriggerAsync(string person = "maya")
    {
        await Workspace.As(person).TypeAsync("incidents", "/incident new");
        return Bot.LastAsked.Form["trigger_id"];
    }

    public async Task<View> OpenAsync(string view, string person = "maya")
    {
        var answer = await CallAsync("views.open", ("trigger_id", await TriggerAsync(person)), ("view", view));
        Assert.True(answer.Flag("ok"), answer.ToString());
        return Workspace.OpenView(person)!;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
