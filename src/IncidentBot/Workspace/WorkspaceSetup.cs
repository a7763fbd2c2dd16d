using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;

namespace IncidentBot.Workspace;

/// <summary>Registers what we know of the workspace, and how people are answered there.</summary>
internal static class WorkspaceSetup
{
    public static IServiceCollection AddWorkspace(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IncidentsOptions>().Bind(configuration.GetSection(IncidentsOptions.Section));
        services.AddOptions<OnCallOptions>().Bind(configuration.GetSection(OnCallOptions.Section));
        services.AddOptions<WordingOptions>().Bind(configuration.GetSection(WordingOptions.Section));
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section));
        services.AddSingleton<PageAddresses>();
        services.AddSingleton<SlackWorkspace>();
        services.AddSingleton<OwnTeam>();
        services.AddScoped<PeopleOnCall>();
        services.AddSingleton<WorkspaceDoubt>();
        services.AddSingleton<WorkspaceQuestions>();
        services.AddSingleton<WorkspaceCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkspaceCheck>());
        services.AddSingleton<FormWait>();
        services.AddSingleton<IFormWait>(provider => provider.GetRequiredService<FormWait>());
        services.AddScoped<Replies>();
        services.AddScoped<ModalOpener>();
        return services;
    }
}
