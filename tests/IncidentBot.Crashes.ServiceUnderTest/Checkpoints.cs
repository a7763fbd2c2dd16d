using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentBot.Crashes.ServiceUnderTest;

/// <summary>
/// Connects the kill switch to the service from outside: to its calls to Slack, its database, its responses and its sweeps.
/// </summary>
internal static class Checkpoints
{
    private static readonly AsyncLocal<string?> Sweep = new();

    /// <summary>" in SendReminders" while that sweep runs; otherwise empty.</summary>
    public static string SweepSuffix => Sweep.Value is { } name ? $" in {name}" : "";

    public static void Install(IServiceCollection services)
    {
        services.AddTransient<SlackCheckpoints>();
        services.AddHttpClient("slack").AddHttpMessageHandler<SlackCheckpoints>();
        services.AddSingleton<StorageCheckpoints>();
        services.AddSingleton<SchemaCheckpoints>();
        services.AddSingleton<IdleMonitor>();
        services.ConfigureDbContext<IncidentDb>((provider, options) => options.AddInterceptors(
            provider.GetRequiredService<StorageCheckpoints>(),
            provider.GetRequiredService<StorageCheckpoints>().Transactions,
            provider.GetRequiredService<SchemaCheckpoints>()));
        TagSweeps(services);
        IdleMonitor.RecordOrphansAtStart(services);
        RemoveTimers(services);
    }

    /// <summary>
    /// The story decides when sweeps run. A timer that fires first would sometimes send two messages in another order.
    /// </summary>
    private static void RemoveTimers(IServiceCollection services)
    {
        var timers = services.Where(service => service.ServiceType == typeof(IHostedService) && IsTimer(service)).ToList();
        if (timers.Count < 2)
        {
            throw new InvalidOperationException("The sweep timers were not found among the hosted services.");
        }

        timers.ForEach(timer => services.Remove(timer));
    }

    private static bool IsTimer(ServiceDescriptor service) =>
        service.ImplementationType == typeof(JobServer) || service.ImplementationType == typeof(SweepTimers);

    /// <summary>The handler has finished and its changes are committed, but Slack has no response yet.</summary>
    public static Task BeforeResponse(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/slack", StringComparison.Ordinal, out var what))
        {
            context.Response.OnStarting(() =>
            {
                context.RequestServices.GetRequiredService<KillSwitch>().Reached($"answering {what.ToString().TrimStart('/')}");
                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    /// <summary>A sweep is created in the async flow that runs it, so a name set at its creation lasts until the run ends.</summary>
    private static void TagSweeps(IServiceCollection services)
    {
        var sweeps = services
            .Where(service => service.ServiceType == service.ImplementationType && service.ServiceType.IsAssignableTo(typeof(ISweep)))
            .ToList();
        foreach (var type in sweeps.Select(sweep => sweep.ServiceType))
        {
            services.AddScoped(type, provider =>
            {
                Sweep.Value = type.Name;
                return ActivatorUtilities.CreateInstance(provider, type);
            });
        }
    }
}
