using System.Net;
using System.Text.Json;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.WebApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Tests;

/// <summary>The other end of the wire: answers what a test says, and remembers what was asked.</summary>
internal sealed class SlackServer(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<(Uri Address, string? Authorization, string? ContentType, string Body)> Requests { get; } = [];

    public static SlackServer Answering(string json, HttpStatusCode status = HttpStatusCode.OK) => new(_ => Json(json, status));

    public static SlackServer Failing(Exception failure) => new(_ => throw failure);

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };

    /// <summary>An application's services with this server instead of the network.</summary>
    public ServiceProvider Services()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build().GetSection("Slack");
        var services = new ServiceCollection().AddLogging().AddSlack(section, new SlackRouteTable());
        services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => this);
        return services.BuildServiceProvider();
    }

    public ISlackApi Api() => Services().GetRequiredService<ISlackApi>();

    public static Dictionary<string, string?> Settings() => new()
    {
        ["Slack:BotToken"] = "xoxb-EXAMPLE",
        ["Slack:SigningSecret"] = "5f0c1e9ab37d4c2e8f6a90b1c2d3e4f5",
    };

    /// <summary>The fields of the only form that was sent.</summary>
    public Dictionary<string, string> Form() =>
        QueryHelpers.ParseQuery(Assert.Single(Requests).Body).ToDictionary(field => field.Key, field => field.Value.ToString());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.RequestUri!, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(), body));
        return answer(request);
    }
}

internal static class JsonTexts
{
    public static JsonElement Json(this string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
