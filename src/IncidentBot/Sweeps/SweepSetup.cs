using Hangfire;
using IncidentBot.Storage;
using Microsoft.Extensions.Options;

namespace IncidentBot.Sweeps;

/// <summary>Registers the sweeps and what runs them: Hangfire for jobs, timers for seconds.</summary>
internal static class SweepSetup
{
    // Sweeps are short questions to one database; more at once would only wait for each other.
    private const int Workers = 3;

    // Hangfire looks for due jobs this often; its default of 15 seconds would be the shortest interval there is.
    private static readonly TimeSpan LookForDueJobs = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddSweeps(this IServiceCollection services, SweepTable table)
    {
        services.AddOptions<RemindersOptions>().BindConfiguration(RemindersOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<JobsOptions>().BindConfiguration(JobsOptions.Section);
        services.AddSingleton(table);
        services.AddSingleton<SweepScope>();
        services.AddSingleton<AllSweeps>();
        services.AddSingleton<SweepsOnDemand>();
        services.AddHostedService(provider => provider.GetRequiredService<SweepsOnDemand>());
        services.AddHostedService<SweepTimers>();
        foreach (var row in table.Rows)
        {
            services.AddScoped(row.Sweep);
        }

        return services.AddHangfireJobs();
    }

    private static IServiceCollection AddHangfireJobs(this IServiceCollection services)
    {
        // Registered first, so that this process asks the container and not Hangfire's static JobStorage.Current.
        services.AddSingleton(provider => HangfireStorage.Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddHostedService<RecurringJobs>();
        services.AddHangfireServer(server =>
        {
            server.SchedulePollingInterval = LookForDueJobs;
            server.WorkerCount = Workers;
        });

        // The dashboard's own posts carry no token without it.
        services.AddAntiforgery();
        return services;
    }
}
