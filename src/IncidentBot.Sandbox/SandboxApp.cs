using IncidentBot.Sandbox.Control;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.Page;
using IncidentBot.Sandbox.SignIn;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.WebApi;

namespace IncidentBot.Sandbox;

/// <summary>The local Slack as a web application; its state is the singleton <see cref="Workspace"/>.</summary>
internal static class SandboxApp
{
    public static WebApplication Create(SandboxOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SandboxApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.AddSingleton(_ => new Workspace(options));
        builder.Services.AddHostedService<EventDeliveryService>();
        builder.Services.AddSingleton<ApiEndpoint>();
        builder.Services.AddSingleton<ResponseUrlEndpoint>();
        builder.Services.AddSingleton<FileEndpoints>();
        if (options.Page)
        {
            builder.Services.AddPage();
        }

        configure?.Invoke(builder);

        var app = builder.Build();
        Map(app);
        if (options.ControlApi)
        {
            app.MapControl();
        }

        SignInEndpoints.Map(app);
        if (options.Page)
        {
            app.MapPage();
        }

        return app;
    }

    private static void Map(WebApplication app)
    {
        var files = app.Services.GetRequiredService<FileEndpoints>();
        var hooks = app.Services.GetRequiredService<ResponseUrlEndpoint>();
        var api = app.Services.GetRequiredService<ApiEndpoint>();
        app.MapMethods("/api/{method}", ["GET", "POST"], (HttpContext http, string method) => api.AnswerAsync(http, method))
            .DisableAntiforgery();
        app.MapPost("/hooks/{kind}/{team}/{id}/{token}", (HttpRequest request) => hooks.AnswerAsync(request)).DisableAntiforgery();
        app.MapPost("/upload/{id}", (HttpRequest request, string id) => files.UploadAsync(request, id)).DisableAntiforgery();
        app.MapGet("/files-pri/{team}-{id}/{*name}", (HttpRequest request, string id) => files.Download(request, id));
        app.MapGet("/shown-files/{id}", (string id) => files.Show(id));
    }

    private sealed class EventDeliveryService(Workspace workspace) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => workspace.EventDelivery.RunAsync(stoppingToken);
    }
}
