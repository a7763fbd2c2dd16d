using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Tests.WebApi;

/// <summary>What the wire itself can do to a call, over real connections.</summary>
public sealed class WireTests : IDisposable
{
    private const string Promise = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n";

    // Long enough for a connection on this machine, short enough to wait for.
    private static readonly TimeSpan Impatient = TimeSpan.FromMilliseconds(300);

    private readonly SlackServer _slack = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _slack.Dispose();

    [Theory]
    [InlineData(500, "", "http_500")]
    [InlineData(502, "<html>Bad Gateway</html>", "http_502")]
    [InlineData(503, "<html>…</html>", "http_503")]
    [InlineData(504, """{"ok":true}""", "http_504")]
    [InlineData(500, """{"ok":false,"error":"internal_error"}""", "internal_error")]
    [InlineData(404, "Not Found", "http_404")]
    [InlineData(302, "", "http_302")]
    [InlineData(200, "<html>login</html>", "http_200")]
    [InlineData(200, "", "http_200")]
    [InlineData(200, "[]", "http_200")]
    [InlineData(200, "{\"ok\":tr", "http_200")]
    [InlineData(200, "\u0000\u0001\uFFFD", "http_200")]
    public async Task The_effect_of_an_unreadable_answer_is_unknown(int status, string body, string error)
    {
        var response = await _slack.Answer(body, status).Api().CallAsync("chat.postMessage", "{}".Json(), Token);

        Assert.Equal(
            (false, error, SlackErrorKind.UnknownOutcome, true), (response.Ok, response.Error, response.Kind, response.HasEffectUnknown));
        Assert.Single(_slack.Requests);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task What_is_said_counts_and_not_what_it_is_called(string contentType)
    {
        var response = await _slack.Answer("""{"ok":true,"ts":"1.000001"}""", 200, ("Content-Type", contentType)).Api().CallAsync(
            "any", "{}".Json(), Token);

        Assert.True(response.Ok);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        _slack.Answer("", 302, ("Location", new Uri(_slack.Address, "elsewhere").ToString()));

        await _slack.Api().CallAsync("auth.test", "{}".Json(), Token);

        Assert.Equal("/api/auth.test", Assert.Single(_slack.Requests).Path);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0", 0)]
    [InlineData("soon", null)]
    [InlineData("Wed, 21 Oct 2026 07:28:00 GMT", null)]
    [InlineData(null, null)]
    public async Task Too_many_calls_say_how_long_to_wait_and_had_no_effect(string? header, int? seconds)
    {
        (string, string)[] headers = header is null ? [] : [("Retry-After", header)];

        var response = await _slack.Answer("""{"ok":false,"error":"ratelimited"}""", 429, headers).Api().CallAsync(
            "chat.postMessage", "{}".Json(), Token);

        Assert.Equal(
            (SlackErrorKind.Throttled, seconds is { } wait ? TimeSpan.FromSeconds(wait) : (TimeSpan?)null, false),
            (response.Kind, response.RetryAfter, response.HasEffectUnknown));
        Assert.Single(_slack.Requests);
    }

    [Fact]
    public async Task Too_many_calls_without_a_word_are_too_many_calls() =>
        Assert.Equal(("ratelimited", SlackErrorKind.Throttled), await KindAsync(_slack.Answer("", 429).Api()));

    [Fact]
    public async Task An_answer_that_comes_too_late_has_an_unknown_outcome()
    {
        _slack.Answer("/*", response => response.WithBody("""{"ok":true}""").WithDelay(TimeSpan.FromSeconds(3)));

        Assert.Equal(("timeout", SlackErrorKind.UnknownOutcome), await KindAsync(_slack.Api(Impatient)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Promise)]
    [InlineData(Promise + "{\"ok\":")]
    public async Task An_answer_that_stops_on_the_way_is_not_waited_for_for_ever(string beginning)
    {
        await using var server = BrokenServer.HangingAfter(beginning);

        Assert.Equal(("timeout", SlackErrorKind.UnknownOutcome), await KindAsync(server.Address, Impatient));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: app")]
    [InlineData(Promise + "{\"ok\":")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    public async Task A_connection_that_ends_in_the_middle_has_an_unknown_outcome(string beginning)
    {
        await using var server = BrokenServer.Saying(beginning);

        Assert.Equal(("network_error", SlackErrorKind.UnknownOutcome), await KindAsync(server.Address));
    }

    [Fact]
    public async Task A_connection_that_is_reset_has_an_unknown_outcome()
    {
        await using var server = BrokenServer.Resetting();

        Assert.Equal(("network_error", SlackErrorKind.UnknownOutcome), await KindAsync(server.Address));
    }

    [Fact]
    public async Task A_connection_that_is_refused_had_no_effect()
    {
        using var services = SlackClient.Of(await BrokenServer.NobodyAsync());

        var response = await services.GetRequiredService<ISlackApi>().CallAsync("chat.postMessage", "{}".Json(), Token);

        Assert.Equal(("connection_failed", SlackErrorKind.Transient, false), (response.Error, response.Kind, response.HasEffectUnknown));
    }

    /// <summary>What the network cannot be made to do here: names that are not found, certificates that are not good.</summary>
    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "connection_failed", SlackErrorKind.Transient, false)]
    [InlineData(HttpRequestError.NameResolutionError, "connection_failed", SlackErrorKind.Transient, false)]
    [InlineData(HttpRequestError.SecureConnectionError, "connection_failed", SlackErrorKind.Transient, false)]
    [InlineData(HttpRequestError.ResponseEnded, "network_error", SlackErrorKind.UnknownOutcome, true)]
    [InlineData(HttpRequestError.Unknown, "network_error", SlackErrorKind.UnknownOutcome, true)]
    public async Task A_broken_wire_says_whether_the_call_can_have_arrived(
        HttpRequestError failure, string error, SlackErrorKind kind, bool unknown)
    {
        using var services = SlackClient.Of(RecordingHandler.Failing(new HttpRequestException(failure)));

        var response = await services.GetRequiredService<ISlackApi>().CallAsync("any", "{}".Json(), Token);

        Assert.Equal((error, kind, unknown), (response.Error, response.Kind, response.HasEffectUnknown));
    }

    [Fact]
    public async Task Cancellation_is_cancellation()
    {
        await using var server = BrokenServer.HangingAfter(Promise);
        using var services = SlackClient.Of(server.Address);
        using var cancelled = new CancellationTokenSource(Impatient);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => services.GetRequiredService<ISlackApi>().CallAsync("any", "{}".Json(), cancelled.Token));
    }

    private static async Task<(string? Error, SlackErrorKind Kind)> KindAsync(Uri server, TimeSpan? timeout = null)
    {
        using var services = SlackClient.Of(server, timeout);
        var api = services.GetRequiredService<ISlackApi>();
        var response = await api.CallAsync("chat.postMessage", "{}".Json(), Token);
        Assert.True(response.HasEffectUnknown);
        return (response.Error, response.Kind);
    }

    private static async Task<(string? Error, SlackErrorKind Kind)> KindAsync(ISlackApi api)
    {
        var response = await api.CallAsync("chat.postMessage", "{}".Json(), Token);
        return (response.Error, response.Kind);
    }
}
