using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentBot.Crashes.Victim;

/// <summary>Hangs the kill switch into the service from outside: its way to Slack, its database, its answers, its sweeps.</summary>
internal static class Moments
{
    private static readonly AsyncLocal<string?> Sweep = new();

    /// <summary>" in RemindOwners" inside that sweep.</summary>
    public static string Where => Sweep.Value is { } name ? $" in {name}" : "";

    public static void Watch(IServiceCollection services)
    {
        services.AddTransient<SlackMoments>();
        services.AddHttpClient("slack").AddHttpMessageHandler<SlackMoments>();
        services.AddSingleton<StorageMoments>();
        services.AddSingleton<SchemaMoments>();
        services.AddSingleton<Rest>();
        services.ConfigureDbContext<IncidentDb>((provider, options) => options.AddInterceptors(
            provider.GetRequiredService<StorageMoments>(), provider.GetRequiredService<StorageMoments>().Transactions, provider.GetRequiredService<SchemaMoments>()));
        NameTheSweeps(services);
        Rest.LookBeforeAnythingWorks(services);
        LeaveTheTimeToTheStory(services);
    }

    /// <summary>
    /// The story says when sweeps run: a timer that comes first now and then would send two messages of one moment in another order.
    /// </summary>
    private static void LeaveTheTimeToTheStory(IServiceCollection services)
    {
        var timers = services.Where(service => service.ServiceType == typeof(IHostedService) && IsATimer(service)).ToList();
        if (timers.Count < 2)
        {
            throw new InvalidOperationException("The timers of the sweeps are not where they were.");
        }

        timers.ForEach(timer => services.Remove(timer));
    }

    private static bool IsATimer(ServiceDescriptor service) =>
        service.ImplementationType == typeof(JobServer) || service.ImplementationType == typeof(SweepTimers);

    /// <summary>The handler is through and what it saved is committed; Slack has no answer yet.</summary>
    public static Task BeforeTheAnswer(HttpContext context, RequestDelegate next)
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

    /// <summary>A sweep is made in the flow that runs it, so what is noted when it is made holds until its run ends.</summary>
    private static void NameTheSweeps(IServiceCollection services)
    {
        var sweeps = services.Where(service => service.ServiceType == service.ImplementationType && service.ServiceType.IsAssignableTo(typeof(ISweep))).ToList();
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
