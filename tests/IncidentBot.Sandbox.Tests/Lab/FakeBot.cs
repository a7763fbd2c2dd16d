using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Sandbox.Tests.Lab;

/// <summary>A request that reached the bot.</summary>
internal sealed record Received(string Path, string Body, IHeaderDictionary Headers)
{
    public IReadOnlyDictionary<string, string> Form => QueryHelpers.ParseQuery(Body).ToDictionary(f => f.Key, f => f.Value.ToString());

    public JsonElement Payload => Json.Parse(Form["payload"]);

    public JsonElement Envelope => Json.Parse(Body);

    public JsonElement Event => Envelope.GetProperty("event");
}

/// <summary>A bot that records requests and gives the responses that the test sets.</summary>
internal sealed class FakeBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<Received> received = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> waiting = [];

    private FakeBot()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        app = builder.Build();
        app.MapPost("/{**path}", AnswerAsync);
    }

    public Func<Received, IResult> Answer { get; set; } = _ => Results.Ok();

    /// <summary>The bot answers when this task completes.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    public HttpMessageHandler Handler => app.GetTestServer().CreateHandler();

    public IReadOnlyList<Received> All
    {
        get
        {
            lock (gate)
            {
                return [.. received];
            }
        }
    }

    public Received Last => All[^1];

    /// <summary>The last command, click or submission, without events, which arrive in the background.</summary>
    public Received LastAsked => All.Last(r => r.Path != "/slack/events");

    public IReadOnlyList<JsonElement> Events => [.. All.Where(r => r.Path == "/slack/events").Select(r => r.Event)];

    public IReadOnlyList<JsonElement> EventsOf(string type, string? subtype = null) =>
        [.. Events.Where(e => e.Text("type") == type && e.Text("subtype") == subtype)];

    public static async Task<FakeBot> StartAsync()
    {
        var bot = new FakeBot();
        await bot.app.StartAsync();
        return bot;
    }

    /// <summary>Completes when that many requests have arrived, answered or not.</summary>
    public Task HasReceivedAsync(int count)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((count, reached));
            if (received.Count >= count)
            {
                reached.SetResult();
            }

            return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            received.Clear();
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var copy = new HeaderDictionary(request.Headers.ToDictionary(h => h.Key, h => h.Value));
        var given = new Received(request.Path, body, copy);
        lock (gate)
        {
            received.Add(given);
            waiting.Where(w => w.Count <= received.Count).ToList().ForEach(w => w.Reached.TrySetResult());
        }

        await Until.WaitAsync(request.HttpContext.RequestAborted);
        return Answer(given);
    }
}
