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

/// <summary>What every node of the service has around it.</summary>
internal sealed record Surroundings(
    SandboxOptions Slack, WebApplication Sandbox, FakeTimeProvider Time, LogRecorder Logs, Meeting Meeting, (string Key, string Value)[] Settings);

/// <summary>One process of the service. The test drives lanes and sweeps itself, so nothing happens behind its back.</summary>
internal sealed class BotNode : IAsyncDisposable
{
    private readonly WebApplication _bot;

    private BotNode(WebApplication bot) => _bot = bot;

    public IServiceProvider Services => _bot.Services;

    public LaneLoop<InboxRow> Inbox => Services.GetRequiredService<LaneLoop<InboxRow>>();

    public LaneLoop<OutboxRow> Outbox => Services.GetRequiredService<LaneLoop<OutboxRow>>();

    public AllSweeps Sweeps => Services.GetRequiredService<AllSweeps>();

    public static async Task<BotNode> StartAsync(Surroundings around, StorageOptions storage)
    {
        var node = new BotNode(Build(around, storage));
        await node._bot.StartAsync();
        return await node.Services.GetRequiredService<WorkspaceCheck>().CheckAsync(CancellationToken.None) is { } missing
            ? throw new InvalidOperationException(missing)
            : node;
    }

    public HttpClient Client() => _bot.GetTestClient();

    /// <summary>The server itself, for requests that say where they come from.</summary>
    public TestServer Server => _bot.GetTestServer();

    public HttpMessageInvoker Invoker() => new(_bot.GetTestServer().CreateHandler());

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync();
        await _bot.DisposeAsync();
    }

    private static WebApplication Build(Surroundings around, StorageOptions storage)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(IncidentBotHost).Assembly.GetName().Name });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:BotToken"] = around.Slack.BotToken,
            ["Slack:SigningSecret"] = around.Slack.SigningSecret,
            ["Slack:ApiBaseUrl"] = new Uri(around.Slack.BaseUrl, "api/").ToString(),
            ["Slack:ResponseUrlHosts:0"] = around.Slack.BaseUrl.ToString(),
            ["Storage:Provider"] = storage.Provider.ToString(),
            ["Storage:ConnectionString"] = storage.ConnectionString,
        });
        builder.Configuration.AddInMemoryCollection(around.Settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Logging.ClearProviders().AddProvider(around.Logs);
        builder.Services.AddSingleton<TimeProvider>(around.Time);
        return IncidentBotHost.Build(builder, services =>
        {
            services.AddSingleton(provider => new Resilience(new PassingTime(around.Time), provider.GetRequiredService<ILogger<Resilience>>()));
            services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => around.Sandbox.GetTestServer().CreateHandler());
            services.ConfigureDbContext<IncidentDb>(builder => builder.AddInterceptors(around.Meeting));
            StopTheBackground(services);
        });
    }

    /// <summary>What would work by itself while a test looks: lanes, jobs, timers, the check of the workspace, the rehearsal.</summary>
    private static void StopTheBackground(IServiceCollection services)
    {
        var background = services.Where(service => service.ServiceType == typeof(IHostedService) && WorksByItself(MadeBy(service))).ToList();
        background.ForEach(service => services.Remove(service));
    }

    private static bool WorksByItself(Type made) =>
        made == typeof(LaneWorker<InboxRow>) || made == typeof(LaneWorker<OutboxRow>)
        || made == typeof(SweepTimers) || made == typeof(SweepsOnDemand) || made == typeof(JobServer)
        || made == typeof(WorkspaceCheck) || made == typeof(WarmUp);

    private static Type MadeBy(ServiceDescriptor service) =>
        service.ImplementationType ?? service.ImplementationFactory?.Method.ReturnType ?? service.ServiceType;
}
