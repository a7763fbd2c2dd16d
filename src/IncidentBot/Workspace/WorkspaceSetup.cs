using IncidentBot.Forms;
using IncidentBot.Forms.Wording;
using IncidentBot.People;

namespace IncidentBot.Workspace;

/// <summary>Registers what we know of the workspace and its people.</summary>
internal static class WorkspaceSetup
{
    public static IServiceCollection AddWorkspace(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IncidentsOptions>().Bind(configuration.GetSection(IncidentsOptions.Section));
        services.AddOptions<OnCallOptions>().Bind(configuration.GetSection(OnCallOptions.Section));
        services.AddSingleton<SlackWorkspace>();
        services.AddScoped<PeopleOnCall>();
        services.AddSingleton<WorkspaceCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkspaceCheck>());
        services.AddScoped<PeopleDirectory>();
        services.AddScoped<RoleCandidates>();
        services.AddScoped<Replies>();
        services.AddScoped<ModalOpener>();
        services.AddScoped<Access>();
        services.AddScoped<SharedForms>();
        services.AddScoped<PeopleAround>();
        services.AddScoped<OpenedForms>();
        services.AddScoped<CheckWording>();
        return services;
    }
}
