using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using IncidentBot.Delivery;
using IncidentBot.Operations;
using IncidentBot.Slack.WebApi;
using IncidentBot.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Operations;

/// <summary>What of Slack's is repeated at once, and how often. Whatever may have had an effect is called once.</summary>
public sealed class RepeatedCallsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Theory]
    [InlineData("chat.postMessage", 200)]
    [InlineData("chat.postMessage", 429)]
    [InlineData("chat.postMessage", 500)]
    [InlineData("chat.postMessage", 503)]
    [InlineData("conversations.create", 429)]
    [InlineData("conversations.create", 500)]
    [InlineData("files.completeUploadExternal", 502)]
    [InlineData("views.open", 200)]
    [InlineData("views.open", 500)]
    [InlineData("response_url", 503)]
    public async Task What_may_have_had_an_effect_or_has_a_row_is_called_once(string method, int status)
    {
        var wire = new Wire(() => Answer(status, retryAfter: 1));

        Assert.Equal(status, await CallAsync(method, wire));
        Assert.Equal(1, wire.Calls);
        Assert.Equal(Start, _time.GetUtcNow());
    }

    [Theory]
    [InlineData("views.open")]
    [InlineData("views.push")]
    [InlineData("views.update")]
    [InlineData("users.info")]
    [InlineData("response_url")]
    public async Task A_limit_of_a_second_is_waited_for_once_when_someone_waits(string method)
    {
        var limited = new Wire(() => Answer(429, retryAfter: 1), () => Answer(200));
        var limitedTwice = new Wire(() => Answer(429, retryAfter: 1), () => Answer(429, retryAfter: 1));

        Assert.Equal(200, await CallAsync(method, limited));
        Assert.Equal(Start.AddSeconds(1), _time.GetUtcNow());
        Assert.Equal(429, await CallAsync(method, limitedTwice));
        Assert.Equal((2, 2), (limited.Calls, limitedTwice.Calls));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(null)]
    public async Task A_longer_limit_is_no_use_to_someone_who_waits(int? retryAfter)
    {
        var wire = new Wire(() => Answer(429, retryAfter));

        Assert.Equal(429, await CallAsync("views.open", wire));
        Assert.Equal(1, wire.Calls);
    }

    [Theory]
    [InlineData("chat.postMessage", HttpRequestError.ConnectionError, 3)]
    [InlineData("conversations.create", HttpRequestError.NameResolutionError, 3)]
    [InlineData("views.open", HttpRequestError.ConnectionError, 3)]
    [InlineData("response_url", HttpRequestError.SecureConnectionError, 3)]
    [InlineData("chat.postMessage", HttpRequestError.ResponseEnded, 1)]
    [InlineData("views.open", HttpRequestError.ResponseEnded, 1)]
    [InlineData("chat.postMessage", HttpRequestError.Unknown, 1)]
    public async Task Only_what_never_arrived_is_sent_again(string method, HttpRequestError failure, int calls)
    {
        var wire = new Wire(() => throw new HttpRequestException(failure));

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(method, wire));
        Assert.Equal(calls, wire.Calls);
    }

    [Fact]
    public async Task A_timeout_is_never_sent_again()
    {
        var wire = new Wire(() => throw new TaskCanceledException("timeout", new TimeoutException()));

        await Assert.ThrowsAsync<TaskCanceledException>(() => CallAsync("chat.postMessage", wire));
        Assert.Equal(1, wire.Calls);
    }

    [Fact]
    public async Task A_server_that_comes_back_meanwhile_gets_the_whole_request()
    {
        var wire = new Wire(() => throw new HttpRequestException(HttpRequestError.ConnectionError), () => Answer(200));

        Assert.Equal(200, await CallAsync("chat.postMessage", wire));
        Assert.Equal(["text=Hello", "text=Hello"], wire.Bodies);
    }

    [Fact]
    public async Task A_real_refused_connection_is_one_that_never_arrived()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync("chat.postMessage", new SocketsHttpHandler(), port));

        Assert.True(_time.GetUtcNow() > Start, "It was not tried again.");
    }

    private static HttpResponseMessage Answer(int status, int? retryAfter = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.RetryAfter = retryAfter is { } seconds ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)) : null;
        return response;
    }

    private async Task<int> CallAsync(string method, HttpMessageHandler wire, int port = 80)
    {
        var resilience = new Resilience(new AutoAdvancingTime(_time), NullLogger<Resilience>.Instance);
        using var invoker = new HttpMessageInvoker(new RepeatedCalls(resilience) { InnerHandler = wire });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{port}/api/{method}"))
        {
            Content = new FormUrlEncodedContent([new("text", "Hello")]),
        };
        request.Options.Set(SlackHttp.Method, method);
        using var response = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>Answers in this order, the last one for ever.</summary>
    private sealed class Wire(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return answers[Math.Min(Calls++, answers.Length - 1)]();
        }
    }
}
