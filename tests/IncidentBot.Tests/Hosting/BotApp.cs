using IncidentBot.Sandbox;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

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

    private readonly WebApplication _sandbox;
    private readonly Surroundings _around;
    private readonly LoadBalancer _balancer;
    private TestDatabase _database;
    private bool _logsAreExpected;

    private BotApp(TestDatabase database, Surroundings around, LoadBalancer balancer) =>
        (_database, _around, _sandbox, _balancer) = (database, around, around.Sandbox, balancer);

    /// <summary>The processes of the service; most tests have one.</summary>
    public IReadOnlyList<BotNode> Nodes { get; private set; } = [];

    public FakeTimeProvider Time => _around.Time;

    public LogRecorder Logs => _around.Logs;

    /// <summary>The workspace: people act in it, tests read from it.</summary>
    public Sandbox.State.Workspace Slack => _sandbox.Services.GetRequiredService<Sandbox.State.Workspace>();

    public IServiceProvider Services => Nodes[0].Services;

    public StorageOptions Storage => _database.Options;

    public DateTimeOffset Now => Time.GetUtcNow();

    public static async Task<BotApp> StartAsync(params (string Key, string Value)[] settings) =>
        await StartAsync(await TestDatabase.MigratedAsync(TestEngine.Current), TestEngine.Nodes, settings);

    /// <summary>That many nodes on one database, which is dropped at the end.</summary>
    public static async Task<BotApp> StartAsync(TestDatabase database, int nodes, params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var balancer = new LoadBalancer();
        var options = new SandboxOptions
        {
            BotBaseUrl = new Uri("http://bot.test/"),
            BaseUrl = new Uri("http://slack.test/"),
            Clock = time,
            App = settings.Contains(("PostMortems:Canvas", "true")) ? SandboxAppConfig.WithCanvases : SandboxAppConfig.IncidentBot,
            BotHttpHandler = balancer,

            // Real time: how fast this machine is, is not what is tested here.
            AcknowledgementLimit = TimeSpan.FromMinutes(1),
        };
        var sandbox = SandboxApp.Create(options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await sandbox.StartAsync();
        var app = new BotApp(database, new Surroundings(options, sandbox, time, new LogRecorder(), new Meeting(), settings), balancer);
        await app.StartNodesAsync(nodes);
        return app;
    }

    /// <summary>The service's processes end and others start, on the same database or on another one; Slack and the clock go on.</summary>
    public async Task RestartAsync(TestDatabase? onto = null)
    {
        var count = Nodes.Count;
        await StopNodesAsync();
        if (onto is not null)
        {
            await _database.DisposeAsync();
            _database = onto;
        }

        await StartNodesAsync(count);
    }

    /// <summary>Stands between Slack and the nodes.</summary>
    public LoadBalancer Balancer => _balancer;

    /// <summary>A node is gone, and nobody tells the others.</summary>
    public async Task LoseAsync(BotNode node)
    {
        Nodes = [.. Nodes.Except([node])];
        _balancer.Serve(Nodes);
        await node.DisposeAsync();
    }

    /// <summary>What people do meanwhile, nobody tells the service of, then or later.</summary>
    public async Task WithoutDeliveriesAsync(Func<Task> meanwhile)
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
        await _around.Meeting.OvertakeAsync(table, late, first);
        await SettleAsync();
    }

    /// <summary>Until nothing is left to do: what people did is delivered, processed, sent, and what follows as well.</summary>
    public async Task SettleAsync()
    {
        var patience = Now + SettlesWithin;
        while (true)
        {
            await Slack.SettleAsync();
            if (await OnAllAsync(node => node.Inbox.RunOnceAsync(CancellationToken.None))
                | await OnAllAsync(node => node.Outbox.RunOnceAsync(CancellationToken.None)))
            {
                continue;
            }

            if (Slack.PendingDeliveries > 0)
            {
                continue;
            }

            if (await NextDueAsync() is not { } next || next > patience)
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
        await SweepAsync();
        await SettleAsync();
    }

    /// <summary>Every node looks for what is due, all at once.</summary>
    public Task SweepAsync() => Task.WhenAll(Nodes.Select(node => node.Sweeps.RunAsync(CancellationToken.None)));

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
    public HttpClient Client() => Nodes[0].Client();

    /// <summary>What happened between the two, for the message of a failing test.</summary>
    public string Traffic() => string.Join(
        '\n',
        Slack.Calls.Deliveries.Select(delivery => $"to the bot: {delivery}")
            .Concat(Slack.Calls.Api.Select(call => $"from the bot: {call}"))
            .Concat(Logs.Lines));

    /// <summary>This test provokes warnings; they are asserted on or do not matter.</summary>
    public void ExpectLogs() => _logsAreExpected = true;

    public async ValueTask DisposeAsync()
    {
        await StopNodesAsync();
        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
        if (!_logsAreExpected)
        {
            Assert.True(Logs.Lines.Count == 0, string.Join("\n", Logs.Lines));
        }
    }

    private async Task StartNodesAsync(int count)
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => BotNode.StartAsync(_around, _database.Options)));
        _balancer.Serve(nodes);
        Nodes = nodes;
    }

    private async Task StopNodesAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }
    }

    private async Task<bool> OnAllAsync(Func<BotNode, Task<bool>> run) => (await Task.WhenAll(Nodes.Select(run))).Contains(true);

    private async Task<DateTimeOffset?> NextDueAsync()
    {
        var first = await Nodes[0].Inbox.NextDueAsync(CancellationToken.None);
        var second = await Nodes[0].Outbox.NextDueAsync(CancellationToken.None);
        return first is null || second < first ? second : first;
    }
}
