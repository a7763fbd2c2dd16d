using System.Net;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Slack.Endpoints;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.Tests.Handlers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Slack.Tests;

/// <summary>A Slack app on a test server, with scripted handlers and a fixed clock.</summary>
internal sealed class SlackApp : IAsyncDisposable
{
    public const string Secret = "5f0c1e9ab37d4c2e8f6a90b1c2d3e4f5";
    private readonly WebApplication _app;

    private SlackApp(IReadOnlyDictionary<string, string?> settings, Action<SlackRouterOptions> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services
            .AddRoutingCore()
            .AddLogging()
            .AddSingleton<ILoggerProvider>(Log)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ISlackEventInbox>(new ListInbox(Inbox))
            .AddSingleton(Script)
            .AddScoped<ISlackGuard, ScriptedGuard>()
            .AddSlack(builder.Configuration.GetSection(SlackOptions.Section), Routes())
            .Configure(configure)
            .AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => Slack);
        _app = builder.Build();
        _app.UseRouting();
        _app.MapSlack();
    }

    public Script Script { get; } = new();

    public List<RawSlackEvent> Inbox { get; } = [];

    public RecordingHandler Slack { get; } = RecordingHandler.Accepting();

    public LogLines Log { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1769428800));

    public SlackRouter Router => _app.Services.GetRequiredService<SlackRouter>();

    public static async Task<SlackApp> StartAsync(
        Action<SlackRouterOptions>? configure = null, Action<IDictionary<string, string?>>? settings = null)
    {
        var values = SlackClient.Settings();
        settings?.Invoke(values);
        var app = new SlackApp(values, configure ?? (_ => { }));
        await app._app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>Posts a body as Slack would, signed now unless a test says otherwise.</summary>
    public async Task<(HttpStatusCode Status, string Body, string? ContentType)> PostAsync(
        string path, string body, string contentType = "application/x-www-form-urlencoded", Action<HttpRequestMessage>? change = null)
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        Sign(request, body, Time.GetUtcNow().ToUnixTimeSeconds());
        change?.Invoke(request);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Content.Headers.ContentType?.MediaType);
    }

    public Task<(HttpStatusCode Status, string Body, string? ContentType)> InteractAsync(
        string payload, string path = "/slack/interactivity") =>
        PostAsync(path, "payload=" + Uri.EscapeDataString(payload));

    public Task<(HttpStatusCode Status, string Body, string? ContentType)> SendEventAsync(
        string payload, Action<HttpRequestMessage>? change = null) =>
        PostAsync("/slack/events", payload, "application/json", change);

    public static void Sign(HttpRequestMessage request, string body, long timestamp, string secret = Secret)
    {
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        request.Headers.Remove("X-Slack-Request-Timestamp");
        request.Headers.Remove("X-Slack-Signature");
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(mac));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static SlackRouteTable Routes() => new SlackRouteTable()
        .Command<ScriptedHandler>("/incident", "[title]", "Everything about incidents")
        .Action<ScriptedHandler>("inc.update", "Posts an update")
        .Action<ScriptedHandler>("home.declare", "Opens the modal")
        .Action<ScriptedHandler>("severity", "Shows what the severity means")
        .Submission<ScriptedHandler>("incident.declare", "Declares")
        .Closed<ScriptedHandler>("incident.declare", "Forgets the draft")
        .Shortcut<ScriptedHandler>("incident_declare", "Declare incident", "Opens the modal")
        .MessageShortcut<ScriptedHandler>("timeline_add", "Add to timeline", "Keeps a message")
        .Options<ScriptedHandler>("service", "Finds services")
        .Event<MessagePosted, ScriptedHandler>("Reads messages")
        .Event<MessageEvent, ScriptedHandler>("Reads all that happens to messages");

    private sealed class ListInbox(List<RawSlackEvent> events) : ISlackEventInbox
    {
        public Task AcceptAsync(RawSlackEvent rawEvent, CancellationToken cancellationToken)
        {
            events.Add(rawEvent);
            return Task.CompletedTask;
        }
    }
}

/// <summary>The log lines at Information or above from this product's code, and at Warning or above from other code.</summary>
internal sealed class LogLines : ILoggerProvider
{
    public List<(LogLevel Level, string Text)> Lines { get; } = [];

    public IEnumerable<(LogLevel Level, string Text)> WarningsAndErrors => Lines.Where(line => line.Level >= LogLevel.Warning);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName.StartsWith("IncidentBot.", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines log, bool ours) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= (ours ? LogLevel.Information : LogLevel.Warning);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log.Lines.Add((logLevel, formatter(state, exception)));
            }
        }
    }
}
