using IncidentBot.Slack.Endpoints;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack;

/// <summary>Adds Slack to an application.</summary>
public static class SlackServices
{
    /// <summary>Longer than Slack ever needs, shorter than a person's patience; what takes longer has an unknown outcome.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Adds the Web API client (HttpClient "slack"), the router with its handlers, and the receiver. The application adds an
    /// <see cref="ISlackEventInbox"/>, may configure <see cref="SlackRouterOptions"/>, and maps the endpoints.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section "Slack" of the configuration.</param>
    /// <param name="routes">What Slack can ask and who answers.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration section, SlackRouteTable routes)
    {
        services.AddOptions<SlackOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();
        services.AddOptions<SlackRouterOptions>();
        services.TryAddSingleton(TimeProvider.System);

        // The default loggers write addresses, and a response_url is a secret.
        // A redirect would carry the token to wherever it points; Slack never sends one.
        services.AddHttpClient(SlackHttp.ClientName, http => http.Timeout = CallTimeout)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(
                () => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.TryAddSingleton<ISlackApi, SlackApi>();
        services.AddSingleton<ResponseUrls>();
        services.AddSingleton<FileUploads>();

        services.AddSingleton(routes);
        foreach (var handler in routes.Routes.Select(route => route.Handler).Distinct())
        {
            services.TryAddScoped(handler);
        }

        services.AddSingleton<HandlerScope>();
        services.AddSingleton<FailureNotice>();
        services.AddSingleton(made => new SlackRouter(
            made.GetRequiredService<SlackRouteTable>(),
            made.GetRequiredService<HandlerScope>(),
            made.GetRequiredService<FailureNotice>(),
            made.GetRequiredService<IOptions<SlackRouterOptions>>(),
            made.GetRequiredService<ILogger<SlackRouter>>()));
        services.AddSingleton<SlackRequestReader>();
        services.AddScoped<SlackReceiver>();
        services.AddScoped<SlackEventReceiver>();
        return services;
    }
}
