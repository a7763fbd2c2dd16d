using IncidentBot.Jobs;
using IncidentBot.Sandbox;
using IncidentBot.Starting;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Demo;

/// <summary>The sandbox and the service, connected to each other, with one clock and a fresh database, all on this machine.</summary>
internal sealed class DemoApp : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);
    private static readonly string Assets = Path.Combine(
        AppContext.BaseDirectory, $"{typeof(DemoApp).Assembly.GetName().Name}.staticwebassets");

    private readonly WebApplication _sandbox;
    private readonly WebApplication _service;
    private readonly string _folder;
    private Task _swept = Task.CompletedTask;

    private DemoApp(WebApplication sandbox, WebApplication service, string folder, SandboxOptions slack)
    {
        (_sandbox, _service, _folder, Address, Clock) = (sandbox, service, folder, slack.BaseUrl, (SandboxClock)slack.Clock);
        Pages = new Uri(service.Services.GetRequiredService<PageAddresses>().OfLog!);
        Clock.Moved += (_, _) => _swept = SweepAsync();
    }

    /// <summary>The address of the workspace's page.</summary>
    public Uri Address { get; }

    /// <summary>The address of the service's pages.</summary>
    public Uri Pages { get; }

    public Sandbox.State.Workspace Workspace => _sandbox.Services.GetRequiredService<Sandbox.State.Workspace>();

    public IServiceProvider Service => _service.Services;

    public SandboxClock Clock { get; }

    /// <param name="ports">The ports on which both listen.</param>
    /// <param name="acknowledgementLimit">How long the workspace waits for a response; by default, Slack's three seconds.</param>
    /// <param name="begins">The instant at which the workspace begins; by default, the next Tuesday morning.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<DemoApp> StartAsync(
        DemoPorts ports,
        TimeSpan? acknowledgementLimit = null,
        DateTimeOffset? begins = null,
        CancellationToken cancellationToken = default)
    {
        var clock = SandboxClock.At(begins ?? TuesdayMorning.After(TimeProvider.System.GetUtcNow()));
        var address = ports.WorkspaceAddress;
        var slack = new SandboxOptions
        {
            BaseUrl = address,
            Clock = clock,
            App = SandboxAppConfig.WithCanvases,
            Tour = ReadmeTour.Read(),
            AcknowledgementLimit = acknowledgementLimit ?? SandboxOptions.SlacksLimit,
        };
        var folder = Directory.CreateTempSubdirectory("incidentbot-demo-").FullName;

        var sandbox = BuildSandbox(slack, address);
        await sandbox.StartAsync(cancellationToken);
        var serviceAddress = ports.ServiceAddress;
        var service = BuildService(slack, folder, serviceAddress);
        await StartFailure.StartAsync(service, cancellationToken);

        var demo = new DemoApp(sandbox, service, folder, slack);
        await demo.ReadyAsync(cancellationToken);
        if (await demo.Workspace.ConnectAsync(serviceAddress, cancellationToken) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        return demo;
    }

    /// <summary>Completes when the sweeps after the last move of the clock are over.</summary>
    public Task SweptAsync() => _swept;

    public Task WaitForShutdownAsync() => _sandbox.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync();
        await _sandbox.StopAsync();
        await _service.DisposeAsync();
        await _sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Finds the page's styles and scripts through this project's manifests, whichever program hosts the demo.</summary>
    private static WebApplication BuildSandbox(SandboxOptions slack, Uri address)
    {
        var sandbox = SandboxApp.Create(slack, builder =>
        {
            Quiet(builder, address);
            QuietLogs.LeaveStartFailuresToTheStarter(builder.Logging, new StartPhase());
            builder.Configuration[WebHostDefaults.StaticWebAssetsKey] = $"{Assets}.runtime.json";
            builder.WebHost.UseStaticWebAssets();
        });
        sandbox.MapStaticAssets($"{Assets}.endpoints.json");
        return sandbox;
    }

    private static WebApplication BuildService(SandboxOptions slack, string folder, Uri address)
    {
        var builder = WebApplication.CreateBuilder();
        Quiet(builder, address);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Warning),
            ["Slack:BotToken"] = slack.BotToken,
            ["Slack:SigningSecret"] = slack.SigningSecret,
            ["Slack:ApiBaseUrl"] = new Uri(slack.BaseUrl, "api/").ToString(),
            ["Slack:ResponseUrlHosts:0"] = slack.BaseUrl.ToString(),
            ["OnCall:Sev1"] = "oncall",
            ["Jobs:Dashboard"] = "true",
            ["PostMortems:Canvas"] = "true",
            ["Web:PublicUrl"] = address.ToString(),
            ["Web:ClientId"] = slack.ClientId,
            ["Web:ClientSecret"] = slack.ClientSecret,
            ["Storage:Provider"] = "sqlite",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "incidentbot.db")}",
        });
        builder.Services.AddSingleton(slack.Clock);
        return IncidentBotHost.Build(builder);
    }

    /// <summary>Limits the terminal output to the address and problems.</summary>
    private static void Quiet(WebApplicationBuilder builder, Uri address)
    {
        builder.WebHost.UseUrls(address.ToString());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }

    /// <summary>
    /// Runs the sweeps at once after a move of the clock. If something that people did before the move was still in progress, waits for it
    /// and runs them again.
    /// </summary>
    private async Task SweepAsync()
    {
        var sweeps = _service.Services.GetRequiredService<SweepsOnDemand>();
        var pace = new DemoPace(this);
        _service.Services.GetRequiredService<OutboxSignal>().Set();
        var isBusy = await pace.IsBusyAsync(CancellationToken.None);
        await sweeps.Ask();
        if (isBusy)
        {
            using var patience = new CancellationTokenSource(ReadyWithin);
            await pace.SettleAsync(patience.Token);
            await sweeps.Ask();
        }
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        var readiness = _service.Services.GetRequiredService<Readiness>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ReadyWithin);
        try
        {
            await readiness.EverythingAsync(patience.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"the service was not ready within {ReadyWithin.TotalSeconds:0} seconds", late);
        }
    }
}
