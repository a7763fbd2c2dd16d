using Hangfire;
using IncidentBot.Storage;
using Microsoft.Extensions.Options;

namespace IncidentBot.Jobs;

/// <summary>Registers the sweeps and what runs them: Hangfire for jobs, timers for seconds.</summary>
internal static class SweepSetup
{
    public static IServiceCollection AddSweeps(this IServiceCollection services, SweepTable table)
    {
        services.AddOptions<RemindersOptions>().BindConfiguration(RemindersOptions.Section);
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
        return services.AddHostedService<JobServer>();
    }
}
