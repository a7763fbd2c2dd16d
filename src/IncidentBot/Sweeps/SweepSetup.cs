using Quartz;

namespace IncidentBot.Sweeps;

/// <summary>Registers the sweeps with Quartz: system clock, plain intervals, nothing stored, because the truth is in our tables.</summary>
internal static class SweepSetup
{
    private const string Scheduler = "sweeps";

    public static IServiceCollection AddSweeps(this IServiceCollection services, SweepTable table)
    {
        services.AddOptions<RemindersOptions>().BindConfiguration(RemindersOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(table);
        services.AddSingleton<SweepRun>();
        services.AddSingleton<AllSweeps>();
        services.AddSingleton<SweepsOnDemand>();
        services.AddHostedService(provider => provider.GetRequiredService<SweepsOnDemand>());
        // A scheduler with a name keeps its clock to itself; without one Quartz would replace ours in the container.
        services.AddQuartz(Scheduler, quartz =>
        {
            quartz.UseTimeProvider(TimeProvider.System);
            foreach (var (sweep, interval) in table.Rows)
            {
                services.AddScoped(sweep);
                var job = typeof(SweepJob<>).MakeGenericType(sweep);
                var key = new JobKey(sweep.Name);
                quartz.AddJob(job, configure => configure.WithIdentity(key));
                quartz.AddTrigger(trigger => trigger
                    .WithIdentity(sweep.Name)
                    .ForJob(key)
                    .StartAt(TimeProvider.System.GetUtcNow() + interval)
                    .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
            }
        });
        services.AddQuartzHostedService(Scheduler);
        return services;
    }
}
