using IncidentBot.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Crashes.Hosting;

/// <summary>
/// Slack in this process, the service in another, and one clock for both that only the test moves. When the service dies,
/// another process is started on the same database, as a supervisor would do.
/// </summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);

    private readonly WebApplication _sandbox;
    private readonly SandboxOptions _options;
    private readonly FakeTimeProvider _time;
    private readonly KillSchedule _kills = new();
    private ServiceProcess? _service;

    private TestCluster(CrashDatabase database, WebApplication sandbox, SandboxOptions options, FakeTimeProvider time) =>
        (Database, _sandbox, _options, _time) = (database, sandbox, options, time);

    public CrashDatabase Database { get; }

    public Sandbox.State.Workspace Slack => _sandbox.Services.GetRequiredService<Sandbox.State.Workspace>();

    public DateTimeOffset Now => _time.GetUtcNow();

    public IReadOnlyList<KillOutcome> Outcomes => _kills.Outcomes;

    /// <summary>How often the service was started.</summary>
    public int Starts { get; private set; }

    /// <summary>The last lines that each ended process wrote.</summary>
    public List<string> Output { get; } = [];

    public static async Task<TestCluster> StartAsync(CrashDatabase database, DateTimeOffset start)
    {
        var time = new FakeTimeProvider(start);

        // Longer than Slack's three seconds, because a slow machine is not what these tests are about.
        var options = new SandboxOptions { Clock = time, AcknowledgementLimit = TimeSpan.FromSeconds(60), Page = false };
        var sandbox = SandboxApp.Create(options, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        });
        await sandbox.StartAsync();
        options.BaseUrl = new Uri(sandbox.Urls.Single() + "/");
        return new TestCluster(database, sandbox, options, time);
    }

    /// <summary>Runs these kills one after the other, until <see cref="CancelKillsAsync"/>.</summary>
    public async Task ScheduleKillsAsync(IEnumerable<Kill> kills)
    {
        _kills.Add(kills);
        if (_service is { IsDead: false } service && _kills.Arm() is { } armed)
        {
            _kills.Arm(service);
            if (armed.Checkpoint is { } checkpoint)
            {
                await service.SendAsync($"arm?checkpoint={Uri.EscapeDataString(checkpoint)}&nth={armed.Nth}");
            }
        }
    }

    /// <summary>Drops the kills whose checkpoint was not reached.</summary>
    public async Task CancelKillsAsync()
    {
        _kills.Stop();
        await EnsureRunningAsync();
        _kills.RecordMissed();
        await _service!.SendAsync("disarm");
    }

    /// <summary>Starts the service as often as necessary until it is ready.</summary>
    public async Task EnsureRunningAsync()
    {
        while (_service is null || _service.IsDead || !await _service.SendAsync("ready"))
        {
            await CleanUpAsync();
            _service = await ServiceProcess.StartAsync(Settings(_kills.Arm()));
            Starts++;
            if (_service.Address is { } address)
            {
                _options.BotBaseUrl = address;
                _kills.Arm(_service);
            }
        }
    }

    /// <summary>Waits until nothing is left to do. The clock moves on to what is due soon, including retries of lost deliveries.</summary>
    public async Task SettleAsync()
    {
        var patience = Now + SettlesWithin;
        while (true)
        {
            await EnsureRunningAsync();
            await Slack.SettleAsync();
            var (isAlive, idle) = await _service!.AskAsync<IdleUntil>("idle");
            if (!isAlive || Slack.PendingDeliveries > 0)
            {
                continue;
            }

            var next = Slack.EventDelivery.WaitingRetries > 0 && !(idle!.Next <= Now + FirstRetry) ? Now + FirstRetry : idle!.Next;
            if (next is not { } instant || instant > patience)
            {
                return;
            }

            await MoveClockAsync(instant);
        }
    }

    /// <summary>Moves the clock to an instant, runs every sweep and waits until the service is idle.</summary>
    public async Task MoveToAsync(DateTimeOffset instant)
    {
        await MoveClockAsync(instant);
        await SweepAsync();
    }

    public async Task SweepAsync()
    {
        do
        {
            await EnsureRunningAsync();
        }
        while (!await _service!.SendAsync("sweep"));
        await SettleAsync();
    }

    /// <summary>The checkpoints that the service reached since the last call.</summary>
    public async Task<IReadOnlyList<string>> TakeCheckpointsAsync() => (await _service!.AskAsync<List<string>>("checkpoints")).Answer ?? [];

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        _kills.Dispose();
        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
    }

    private async Task MoveClockAsync(DateTimeOffset instant)
    {
        await EnsureRunningAsync();
        _time.Advance(instant > Now ? instant - Now : TimeSpan.Zero);
        await _service!.SendAsync("clock?now=" + Uri.EscapeDataString(Now.ToString("O")));
    }

    private async Task CleanUpAsync()
    {
        if (_service is null)
        {
            return;
        }

        Output.AddRange(_service.Output.Append("--"));
        _kills.RecordDeath(_service);
        await _service.DisposeAsync();
        _service = null;
    }

    private Dictionary<string, string> Settings(Kill? armed) => new()
    {
        ["Slack:BotToken"] = _options.BotToken,
        ["Slack:SigningSecret"] = _options.SigningSecret,
        ["Slack:ApiBaseUrl"] = new Uri(_options.BaseUrl, "api/").ToString(),
        ["Slack:ResponseUrlHosts:0"] = _options.BaseUrl.ToString(),
        ["Storage:Provider"] = Database.Provider.ToString(),
        ["Storage:ConnectionString"] = Database.ConnectionString,
        ["CrashTest:Now"] = Now.ToString("O"),
        ["CrashTest:Checkpoint"] = armed?.Checkpoint ?? "",
        ["CrashTest:Nth"] = (armed?.Nth ?? 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private sealed record IdleUntil(DateTimeOffset? Next);
}
