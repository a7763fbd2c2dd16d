using IncidentBot.Inbox;
using IncidentBot.Lanes;
using IncidentBot.Outbox;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.Sweeps;
using IncidentBot.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tests.Hosting;

/// <summary>
/// The real service with the sandbox as Slack, a database of its own and a clock that stands still. Act as a person through
/// <see cref="Slack"/>, then <see cref="SettleAsync"/>: everything that follows from it has happened.
/// </summary>
internal sealed class BotApp : IAsyncDisposable
{
    // A Tuesday morning in Europe, in the middle of everybody's working week.
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromMinutes(5);

    private readonly TestDatabase _database;
    private readonly WebApplication _sandbox;
    private readonly Func<Task<WebApplication>> _startBot;
    private readonly Meeting _meeting;
    private WebApplication _bot;
    private bool _logsAreExpected;

    private BotApp(TestDatabase database, WebApplication sandbox, WebApplication bot, Func<Task<WebApplication>> startBot, Meeting meeting, FakeTime time, LogRecorder logs) =>
        (_database, _sandbox, _bot, _startBot, _meeting, Time, Logs) = (database, sandbox, bot, startBot, meeting, time, logs);

    public FakeTime Time { get; }

    public LogRecorder Logs { get; }

    /// <summary>The workspace: people act in it, tests read from it.</summary>
    public Sandbox.State.Workspace Slack => _sandbox.Services.GetRequiredService<Sandbox.State.Workspace>();

    public IServiceProvider Services => _bot.Services;

    public DateTimeOffset Now => Time.GetUtcNow();

    public static async Task<BotApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var time = new FakeTime(Start);
        var database = await TestDatabase.MigratedAsync();
        var logs = new LogRecorder();
        var options = new SandboxOptions
        {
            BotBaseUrl = new Uri("http://bot.test/"),
            BaseUrl = new Uri("http://slack.test/"),
            Clock = time,

            // Real time: how fast this machine is, is not what is tested here.
            AcknowledgementLimit = TimeSpan.FromMinutes(1),
        };
        var toBot = new LateHandler();
        var meeting = new Meeting();
        options.BotHttpHandler = toBot;
        var sandbox = SandboxApp.Create(options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await sandbox.StartAsync();

        async Task<WebApplication> StartBotAsync()
        {
            var bot = BuildBot(options, database.Options, sandbox, meeting, time, logs, settings);
            await bot.StartAsync();
            toBot.Target = new HttpMessageInvoker(bot.GetTestServer().CreateHandler());
            return await bot.Services.GetRequiredService<WorkspaceCheck>().CheckAsync(CancellationToken.None) is { } missing
                ? throw new InvalidOperationException(missing)
                : bot;
        }

        return new BotApp(database, sandbox, await StartBotAsync(), StartBotAsync, meeting, time, logs);
    }

    /// <summary>The service's process ends and another one starts on the same database; Slack and the clock go on.</summary>
    public async Task RestartAsync()
    {
        await _bot.StopAsync();
        await _bot.DisposeAsync();
        _bot = await _startBot();
    }

    /// <summary>What people do meanwhile, nobody tells the service of, then or later.</summary>
    public async Task UnheardAsync(Func<Task> meanwhile)
    {
        var heardAt = Slack.Options.BotBaseUrl;
        Slack.Options.BotBaseUrl = null;
        await meanwhile();
        Slack.Options.BotBaseUrl = heardAt;
    }

    /// <summary>
    /// Two people at once: <paramref name="late"/> has read the table when <paramref name="first"/> begins, and goes on when that
    /// is through.
    /// </summary>
    public async Task OvertakeAsync(string table, Func<Task> late, Func<Task> first)
    {
        await _meeting.OvertakeAsync(table, late, first);
        await SettleAsync();
    }

    /// <summary>Until nothing is left to do: what people did is delivered, processed, sent, and what follows as well.</summary>
    public async Task SettleAsync()
    {
        var patience = Now + SettlesWithin;
        var inbox = Services.GetRequiredService<LaneLoop<InboxRow>>();
        var outbox = Services.GetRequiredService<LaneLoop<OutboxRow>>();
        while (true)
        {
            await Slack.SettleAsync();
            if (await inbox.RunOnceAsync(CancellationToken.None) | await outbox.RunOnceAsync(CancellationToken.None))
            {
                continue;
            }

            if (Slack.PendingDeliveries > 0)
            {
                continue;
            }

            if (await NextDueAsync(inbox, outbox) is not { } next || next > patience)
            {
                return;
            }

            Time.Advance(next > Now ? next - Now : TimeSpan.Zero);
        }
    }

    /// <summary>Lets time pass: every sweep runs at the end of it, as it would have on the way.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        await Services.GetRequiredService<AllSweeps>().RunAsync(CancellationToken.None);
        await SettleAsync();
    }

    /// <summary>Lets time pass in steps, for stories in which something is due on the way.</summary>
    public async Task AdvanceInStepsAsync(TimeSpan by, TimeSpan step)
    {
        for (var end = Now + by; Now < end;)
        {
            await AdvanceAsync(end - Now < step ? end - Now : step);
        }
    }

    /// <summary>Reads from the service's database.</summary>
    public async Task<T> ReadAsync<T>(Func<IncidentDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<IncidentDb>());
    }

    /// <summary>Somebody on the network, who has no signing secret.</summary>
    public HttpClient Client() => _bot.GetTestClient();

    /// <summary>What happened between the two, for the message of a failing test.</summary>
    public string Story() => string.Join(
        '\n',
        Slack.Calls.Deliveries.Select(delivery => $"to the bot: {delivery}")
            .Concat(Slack.Calls.Api.Select(call => $"from the bot: {call}"))
            .Concat(Logs.Lines));

    /// <summary>This test provokes warnings; they are asserted on or do not matter.</summary>
    public void ExpectLogs() => _logsAreExpected = true;

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync();
        await _sandbox.StopAsync();
        await _bot.DisposeAsync();
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
        if (!_logsAreExpected)
        {
            Assert.True(Logs.Lines.Count == 0, string.Join("\n", Logs.Lines));
        }
    }

    private static async Task<DateTimeOffset?> NextDueAsync(LaneLoop<InboxRow> inbox, LaneLoop<OutboxRow> outbox)
    {
        var first = await inbox.NextDueAsync(CancellationToken.None);
        var second = await outbox.NextDueAsync(CancellationToken.None);
        return first is null || second < first ? second : first;
    }

    private static WebApplication BuildBot(
        SandboxOptions slack, StorageOptions storage, WebApplication sandbox, Meeting meeting, FakeTime time, LogRecorder logs, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(IncidentBotHost).Assembly.GetName().Name });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:BotToken"] = slack.BotToken,
            ["Slack:SigningSecret"] = slack.SigningSecret,
            ["Slack:ApiBaseUrl"] = new Uri(slack.BaseUrl, "api/").ToString(),
            ["Slack:ResponseUrlHosts:0"] = slack.BaseUrl.ToString(),
            ["Storage:Provider"] = storage.Provider.ToString(),
            ["Storage:ConnectionString"] = storage.ConnectionString,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddSingleton<TimeProvider>(time);
        return IncidentBotHost.Build(builder, services =>
        {
            services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => sandbox.GetTestServer().CreateHandler());
            services.ConfigureDbContext<IncidentDb>(builder => builder.AddInterceptors(meeting));
            StopTheBackground(services);
        });
    }

    /// <summary>The test drives lanes and sweeps itself, so nothing happens behind its back.</summary>
    private static void StopTheBackground(IServiceCollection services)
    {
        var driven = services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && service.ImplementationType is { } type
                && (type == typeof(LaneWorker<InboxRow>) || type == typeof(LaneWorker<OutboxRow>)
                    || type.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true
                    || type == typeof(IncidentBot.Operations.WarmUp)))
            .ToList();
        driven.ForEach(service => services.Remove(service));
        var made = services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && (service.ImplementationFactory?.Method.ReturnType == typeof(WorkspaceCheck)
                    || service.ImplementationFactory?.Method.ReturnType == typeof(SweepsOnDemand)))
            .ToList();
        made.ForEach(service => services.Remove(service));
    }

    /// <summary>The sandbox is started before the bot that it delivers to, and outlives it.</summary>
    private sealed class LateHandler : HttpMessageHandler
    {
        public HttpMessageInvoker? Target { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            (Target ?? throw new InvalidOperationException("The bot is not started yet.")).SendAsync(request, cancellationToken);
    }
}
