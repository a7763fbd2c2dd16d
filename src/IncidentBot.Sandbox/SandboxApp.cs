using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox;

/// <summary>The local Slack as a web application; its state is the singleton <see cref="Workspace"/>.</summary>
internal static class SandboxApp
{
    public static WebApplication Create(SandboxOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(SandboxApp).Assembly.GetName().Name });
        builder.Services.AddSingleton(_ => new Workspace(options));
        builder.Services.AddHostedService<DeliveryService>();
        configure?.Invoke(builder);

        return builder.Build();
    }

    private sealed class DeliveryService(Workspace workspace) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => workspace.EventDelivery.RunAsync(stoppingToken);
    }
}
