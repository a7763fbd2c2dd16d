using System.Net;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Hosting;

/// <summary>
/// The real service with the sandbox as Slack, its own database and a fake clock. Act as a person through
/// <see cref="Slack"/>, then call <see cref="SettleAsync"/> to let everything happen that follows.
/// </summary>
internal sealed class BotApp : IAsyncDisposable
{
    // A Tuesday morning in Europe, a working day in every time zone of the sandbox.
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromMinutes(5);

    /// <summary>What Slack answers when it is asked for what is already so, or for what it does not know.</summary>
    private static readonly string[] Foreseeable =
    [
        "\"no_pin\"", "\"already_pinned\"", "\"already_in_channel\"", "\"already_reacted\"", "\"no_reaction\"", "\"already_archived\"",
        "\"bookmark_not_found\"", "\"not_found\"", "\"invalid_arguments\"", "\"invalid_blocks\"", "\"unknown_method\"",
    ];

    private readonly WebApplication _sandbox;
    private readonly NodeContext _context;
    private readonly LoadBalancer _balancer;
    private TestDatabase _database;
    private bool _logsAreExpected;
    private bool _refusalsAreExpected;

    private BotApp(TestDatabase database, NodeContext context, LoadBalancer balancer) =>
        (_database, _context, _sandbox, _balancer) = (database, context, context.Sandbox, balancer);

    /// <summary>The processes of the service; most tests have one.</summary>
    public IReadOnlyList<BotNode> Nodes { get; private set; } = [];

    public FakeTimeProvider Time => _context.Time;

    public LogRecorder Logs => _context.Logs;

    /// <summary>The workspace: people act in it, tests read from it.</summary>
    public Sandbox.State.Workspace Slack => _sandbox.Services.GetRequiredService<Sandbox.State.Workspace>();

    public IServiceProvider Services => Nodes[0].Services;

    public StorageOptions Storage => _database.Options;

    public DateTimeOffset Now => Time.GetUtcNow();

    public PersonId IdOf(string person) => new(Slack.As(person).User.Id);

    public static async Task<BotApp> StartAsync(params (string Key, string Value)[] settings) =>
        await StartAsync(await TestDatabase.MigratedAsync(TestEngine.Current), TestEngine.Nodes, settings);

    /// <summary>Starts several nodes on one database, which is dropped at the end.</summary>
    public static async Task<BotApp> StartAsync(TestDatabase database, int nodes, params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var balancer = new LoadBalancer();
        var options = new SandboxOptions
        {
            BotBaseUrl = new Uri("http://bot.test/"),
            BaseUrl = new Uri("https://slack.test/"),
            Clock = time,
            App = settings.Contains(("PostMortems:Canvas", "true")) ? SandboxAppConfig.WithCanvases : SandboxAppConfig.IncidentBot,
            BotHttpHandler = balancer,
            Page = false,

            // This limit is in real time, and a slow machine must not fail a test.
            AcknowledgementLimit = TimeSpan.FromMinutes(1),
        };
        var sandbox = SandboxApp.Create(options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await sandbox.StartAsync();
        var app = new BotApp(
            database, new NodeContext(options, sandbox, time, new LogRecorder(), new OvertakeInterceptor(), settings), balancer);
        await app.StartNodesAsync(nodes);
        return app;
    }

    /// <summary>Restarts all nodes, on the same database or on another one; Slack and the clock keep their state.</summary>
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

    /// <summary>Distributes Slack's requests among the nodes.</summary>
    public LoadBalancer Balancer => _balancer;

    /// <summary>Stops a node without a word to the others.</summary>
    public async Task LoseAsync(BotNode node)
    {
        Nodes = [.. Nodes.Except([node])];
        _balancer.Serve(Nodes);
        await node.DisposeAsync();
    }

    /// <summary>Lets people act while no event reaches the service; Slack does not send these events later either.</summary>
    public async Task WithoutDeliveriesAsync(Func<Task> act)
    {
        var address = Slack.Options.BotBaseUrl;
        Slack.Options.BotBaseUrl = null;
        await act();
        Slack.Options.BotBaseUrl = address;
    }

    /// <summary>
    /// Lets two people act at once: <paramref name="late"/> has read the table when <paramref name="first"/> begins, and continues
    /// when <paramref name="first"/> has finished.
    /// </summary>
    public async Task OvertakeAsync(string table, Func<Task> late, Func<Task> first)
    {
        await _context.Overtake.OvertakeAsync(table, late, first);
        await SettleAsync();
    }

    /// <summary>Delivers, processes and sends until nothing is left to do.</summary>
    public async Task SettleAsync()
    {
        var limit = Now + SettlesWithin;
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

            if (await NextDueAsync() is not { } next || next > limit)
            {
                return;
            }

            Time.Advance(next > Now ? next - Now : TimeSpan.Zero);
        }
    }

    /// <summary>Moves the clock forward, then runs every sweep.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        await SweepAsync();
        await SettleAsync();
    }

    /// <summary>Moves the clock to this instant in 2026, UTC.</summary>
    public Task UntilAsync(int month, int day, int hour, int minute = 0) =>
        AdvanceAsync(new DateTimeOffset(2026, month, day, hour, minute, 0, TimeSpan.Zero) - Now);

    /// <summary>Runs the sweeps of all nodes at the same time.</summary>
    public Task SweepAsync() => Task.WhenAll(Nodes.Select(node => node.Sweeps.RunAsync(CancellationToken.None)));

    /// <summary>Moves the clock forward in steps, for tests in which something is due on the way.</summary>
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

    /// <summary>Saves a change of an incident that no message of these tests brings about, such as a channel that became private.</summary>
    public Task ChangeIncidentAsync(int number, Action<Incident> change) => ReadAsync(async db =>
    {
        change(await db.Incidents.SingleAsync(incident => incident.Number == number));
        return await db.SaveChangesAsync();
    });

    /// <summary>An HTTP client without the signing secret.</summary>
    public HttpClient Client() => Nodes[0].Client();

    /// <summary>An HTTP client for the pages that Slack shows, such as that of a sign-in.</summary>
    public HttpClient SlackClient() => _sandbox.GetTestClient();

    /// <summary>All requests between Slack and the bot, and the log, for the message of a failing test.</summary>
    public string Traffic() => string.Join(
        '\n',
        Slack.Calls.Deliveries.Select(delivery => $"to the bot: {delivery}")
            .Concat(Slack.Calls.Api.Select(call => $"from the bot: {call}"))
            .Concat(Logs.Lines));

    /// <summary>Allows calls that Slack refuses because of a state that the service could know, for tests that hide or change it.</summary>
    public void ExpectRefusals() => _refusalsAreExpected = true;

    /// <summary>Allows warnings in the log, for tests that provoke them.</summary>
    public void ExpectLogs() => _logsAreExpected = true;

    public async ValueTask DisposeAsync()
    {
        var wrongFigures = _logsAreExpected || Nodes.Count == 0 ? [] : await ReadAsync(FigureCheck.DifferencesAsync);
        await StopNodesAsync();
        var refused = Refused();
        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
        if (!_logsAreExpected)
        {
            Assert.True(Logs.Lines.Count == 0, string.Join("\n", Logs.Lines));
        }

        Assert.True(wrongFigures.Count == 0, string.Join("\n", wrongFigures.Take(4)));
        Assert.True(_refusalsAreExpected || refused.Count == 0, string.Join("\n", refused));
    }

    /// <summary>The calls that no one should have made, unless Slack was disturbed and left the service in doubt.</summary>
    private List<string> Refused()
    {
        var calls = Slack.Calls.Api;
        return calls.Any(call => call.Status != (int)HttpStatusCode.OK)
            ? []
            : [.. calls.Where(call => !call.Ok && Foreseeable.Any(error => call.Answer.Contains(error, StringComparison.Ordinal)))
                .Select(call => call.ToString())];
    }

    private async Task StartNodesAsync(int count)
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => BotNode.StartAsync(_context, _database.Options)));
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
