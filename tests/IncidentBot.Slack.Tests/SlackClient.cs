using System.Text.Json;
using IncidentBot.Slack.Handlers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Tests;

/// <summary>The services of an application that calls Slack.</summary>
internal static class SlackClient
{
    public static Dictionary<string, string?> Settings() => new()
    {
        ["Slack:BotToken"] = "xoxb-EXAMPLE",
        ["Slack:SigningSecret"] = "5f0c1e9ab37d4c2e8f6a90b1c2d3e4f5",
    };

    /// <summary>Services that call a test server instead of Slack.</summary>
    public static ServiceProvider Of(Uri server, TimeSpan? timeout = null)
    {
        var settings = Settings();
        settings["Slack:ApiBaseUrl"] = new Uri(server, "api/").ToString();
        settings["Slack:ResponseUrlHosts:0"] = server.ToString();
        return Build(settings, client => client.ConfigureHttpClient(http => http.Timeout = timeout ?? http.Timeout));
    }

    /// <summary>Services that call Slack's own addresses, whose requests are only recorded.</summary>
    public static ServiceProvider Of(RecordingHandler handler) =>
        Build(Settings(), client => client.ConfigurePrimaryHttpMessageHandler(() => handler));

    public static JsonElement Json(this string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings, Action<IHttpClientBuilder> change)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Slack");
        var services = new ServiceCollection().AddLogging().AddSlack(section, new SlackRouteTable());
        change(services.AddHttpClient("slack"));
        return services.BuildServiceProvider();
    }
}
