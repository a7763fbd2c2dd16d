using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Delivery;

/// <summary>The bot's response to a delivery. <see cref="Failure"/> is Slack's term: http_timeout, http_error, connection_failed.</summary>
internal sealed record Acknowledgement(int? Status, string Body, bool NoRetry, string? Failure, TimeSpan Took)
{
    public const string SlackIsDown = "slack_is_down";

    public bool Ok => Failure is null;

    /// <summary>The warning to the person whose action failed.</summary>
    public string? Warning => Failure switch
    {
        null => null,
        SlackIsDown => "Slack is having trouble right now. Try again later.",
        "http_timeout" => "The app did not answer in time. Try again?",
        _ => "The app could not be reached. Try again?",
    };
}

/// <summary>A request to the bot: its path, its body, and its name in the log.</summary>
internal sealed record BotRequest(string Path, string Kind, string Name, string ContentType, byte[] Body)
{
    public int Attempt { get; init; }

    public string? RetryReason { get; init; }

    /// <summary>True when the retry is sent while this delivery is still running.</summary>
    public bool Overlaps { get; init; }

    public static BotRequest Form(string path, string kind, string name, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var body = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
        return new BotRequest(path, kind, name, "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(body));
    }

    public static BotRequest Payload(string path, string name, JsonObject payload) =>
        Form(path, (string)payload["type"]!, name, [new("payload", Json.ToText(payload))]);
}

/// <summary>Signed posts to the bot, measured in real time and given up after three real seconds.</summary>
internal sealed class BotClient : IDisposable
{
    private readonly Workspace workspace;
    private readonly HttpClient http;

    public BotClient(Workspace workspace)
    {
        this.workspace = workspace;
        http = workspace.Options.BotHttpHandler is { } handler
            ? new HttpClient(handler, disposeHandler: false)
            : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        http.Timeout = Timeout.InfiniteTimeSpan;
    }

    public bool HasAddress => workspace.Options.BotBaseUrl is not null;

    public async Task<Acknowledgement> SendAsync(BotRequest delivery, CancellationToken cancellationToken = default)
    {
        var at = workspace.Now;
        var started = Stopwatch.GetTimestamp();
        var answer = Obstacle(delivery.Kind) is { } obstacle
            ? new Acknowledgement(null, "", false, obstacle, default)
            : await PostAsync(delivery, cancellationToken);
        answer = answer with { Took = Stopwatch.GetElapsedTime(started) };
        workspace.Calls.Add(
            new BotDelivery(at, delivery.Kind, delivery.Name, delivery.Attempt, answer.Status, answer.Failure, answer.Took));
        return answer;
    }

    /// <summary>Why nothing leaves for the bot at all.</summary>
    private string? Obstacle(string kind) =>
        workspace.Failures.IsSlackDown ? Acknowledgement.SlackIsDown
        : workspace.Installation.IsUninstalled && kind != "event" ? "app_uninstalled"
        : !HasAddress || workspace.Failures.IsBotUnreachable ? "connection_failed"
        : null;

    private async Task<Acknowledgement> PostAsync(BotRequest delivery, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(workspace.Options.AcknowledgementLimit);
        using var request = Request(delivery);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            var noRetry = response.Headers.TryGetValues("X-Slack-No-Retry", out var values) && values.Contains("1");
            return new Acknowledgement(
                (int)response.StatusCode, body, noRetry, response.IsSuccessStatusCode ? null : "http_error", default);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Acknowledgement(null, "", false, "http_timeout", default);
        }
        catch (HttpRequestException)
        {
            return new Acknowledgement(null, "", false, "connection_failed", default);
        }
    }

    private HttpRequestMessage Request(BotRequest delivery)
    {
        var timestamp = workspace.Now.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(workspace.Options.BotBaseUrl!, delivery.Path))
        {
            Content = new ByteArrayContent(delivery.Body) { Headers = { ContentType = new MediaTypeHeaderValue(delivery.ContentType) } },
        };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Slack-Signature", RequestSignature.Sign(workspace.Options.SigningSecret, timestamp, delivery.Body));
        request.Headers.UserAgent.ParseAdd("Slackbot/1.0 (+https://api.slack.com/robots)");
        if (delivery.Attempt > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", delivery.Attempt.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", delivery.RetryReason);
        }

        return request;
    }

    public void Dispose() => http.Dispose();
}
