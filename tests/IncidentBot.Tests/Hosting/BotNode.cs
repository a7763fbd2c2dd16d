using IncidentBot.Delivery;
using IncidentBot.Delivery.Lanes;
using IncidentBot.Features.Declare;
using IncidentBot.Jobs;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Hosting;

/// <summary>The things that all nodes of the service share.</summary>
internal sealed record NodeContext(
    SandboxOptions Slack, WebApplication Sandbox, FakeTimeProvider Time, LogRecorder Logs, OvertakeInterceptor Overtake,
    (string Key, string Value)[] Settings);

/// <summary>One node of the service. The test runs lanes and sweeps itself, so nothing happens in the background.</summary>
internal sealed class BotNode : IAsyncDisposable
{
    private readonly WebApplication _bot;

    private BotNode(WebApplication bot) => _bot = bot;

    public IServiceProvider Services => _bot.Services;

    public LaneLoop<InboxRow> Inbox => Services.GetRequiredService<LaneLoop<InboxRow>>();

    public LaneLoop<OutboxRow> Outbox => Services.GetRequiredService<LaneLoop<OutboxRow>>();

    public AllSweeps Sweeps => Services.GetRequiredService<AllSweeps>();

    public static async Task<BotNode> StartAsync(NodeContext context, StorageOptions storage)
    {
        var node = new BotNode(Build(context, storage));
        await node._bot.StartAsync();
        return await node.Services.GetRequiredService<WorkspaceCheck>().CheckAsync(CancellationToken.None) is { } missing
            ? throw new InvalidOperationException(missing)
            : node;
    }

    public HttpClient Client() => _bot.GetTestClient();

    /// <summary>The server, for requests with a remote address.</summary>
    public TestServer Server => _bot.GetTestServer();

    public HttpMessageInvoker Invoker() => new(_bot.GetTestServer().CreateHandler());

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync();
        await _bot.DisposeAsync();
    }

    private static WebApplication Build(NodeContext context, StorageOptions storage)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = typeof(IncidentBotHost).Assembly.GetName().Name });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:BotToken"] = context.Slack.BotToken,
            ["Slack:SigningSecret"] = context.Slack.SigningSecret,
            ["Slack:ApiBaseUrl"] = new Uri(context.Slack.BaseUrl, "api/").ToString(),
            ["Slack:ResponseUrlHosts:0"] = context.Slack.BaseUrl.ToString(),
            ["Storage:Provider"] = storage.Provider.ToString(),
            ["Storage:ConnectionString"] = storage.ConnectionString,
        });
        builder.Configuration.AddInMemoryCollection(
            context.Settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Logging.ClearProviders().AddProvider(context.Logs);
        builder.Services.AddSingleton<TimeProvider>(context.Time);
        return IncidentBotHost.Build(builder, services =>
        {
            services.AddSingleton(
                provider => new Resilience(new AutoAdvancingTime(context.Time), provider.GetRequiredService<ILogger<Resilience>>()));
            services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => context.Sandbox.GetTestServer().CreateHandler());
            services.ConfigureDbContext<IncidentDb>(builder => builder.AddInterceptors(context.Overtake));
            RemoveBackgroundServices(services);
        });
    }

    /// <summary>Removes everything that runs in the background: lanes, jobs, timers, the workspace check and the warm-up.</summary>
    private static void RemoveBackgroundServices(IServiceCollection services)
    {
        var background = services
            .Where(service => service.ServiceType == typeof(IHostedService) && IsBackground(ImplementationOf(service)))
            .ToList();
        background.ForEach(service => services.Remove(service));
    }

    private static bool IsBackground(Type made) =>
        made == typeof(LaneWorker<InboxRow>) || made == typeof(LaneWorker<OutboxRow>)
        || made == typeof(SweepTimers) || made == typeof(SweepsOnDemand) || made == typeof(JobServer)
        || made == typeof(WorkspaceCheck) || made == typeof(WarmUp);

    private static Type ImplementationOf(ServiceDescriptor service) =>
        service.ImplementationType ?? service.ImplementationFactory?.Method.ReturnType ?? service.ServiceType;
}
