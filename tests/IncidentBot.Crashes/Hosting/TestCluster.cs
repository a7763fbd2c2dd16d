using IncidentBot.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Crashes.Hosting;

/// <summary>
/// Slack in this process, the service in another, one clock for both that stands still until it is moved. When the service
/// dies another one is started on the same database, as whatever watches over it would do.
/// </summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);

    private readonly WebApplication _sandbox;
    private readonly SandboxOptions _options;
    private readonly FakeTimeProvider _time;
    private readonly Threats _threats = new();
    private VictimProcess? _victim;

    private TestCluster(CrashDatabase database, WebApplication sandbox, SandboxOptions options, FakeTimeProvider time) =>
        (Database, _sandbox, _options, _time) = (database, sandbox, options, time);

    public CrashDatabase Database { get; }

    public Sandbox.State.Workspace Slack => _sandbox.Services.GetRequiredService<Sandbox.State.Workspace>();

    public DateTimeOffset Now => _time.GetUtcNow();

    public IReadOnlyList<Death> Deaths => _threats.Deaths;

    /// <summary>How often the service was started.</summary>
    public int Lives { get; private set; }

    /// <summary>What the dead and the living wrote at the end.</summary>
    public List<string> StandardError { get; } = [];

    public static async Task<TestCluster> FoundAsync(CrashDatabase database, DateTimeOffset start)
    {
        var time = new FakeTimeProvider(start);

        // People here have more patience than Slack: this machine may be slow, and a late answer is not what is tested.
        var options = new SandboxOptions { Clock = time, AcknowledgementLimit = TimeSpan.FromSeconds(60) };
        var sandbox = SandboxApp.Create(options, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        });
        await sandbox.StartAsync();
        options.BaseUrl = new Uri(sandbox.Urls.Single() + "/");
        return new TestCluster(database, sandbox, options, time);
    }

    /// <summary>From now on these kills, one after the other, until <see cref="SpareAsync"/>.</summary>
    public async Task ThreatenAsync(IEnumerable<Kill> kills)
    {
        _threats.Add(kills);
        if (_victim is { IsDead: false } victim && _threats.Arm() is { } armed)
        {
            _threats.Arm(victim);
            if (armed.Moment is { } moment)
            {
                await victim.SteerAsync($"arm?moment={Uri.EscapeDataString(moment)}&nth={armed.Nth}");
            }
        }
    }

    /// <summary>What was not reached until now is not reached any more.</summary>
    public async Task SpareAsync()
    {
        _threats.End();
        await UpAsync();
        _threats.Forget();
        await _victim!.SteerAsync("disarm");
    }

    /// <summary>The service is there and ready, started again as often as it takes.</summary>
    public async Task UpAsync()
    {
        while (_victim is null || _victim.IsDead || !await _victim.SteerAsync("ready"))
        {
            await ReapAsync();
            _victim = await VictimProcess.StartAsync(Settings(_threats.Arm()));
            Lives++;
            if (_victim.Address is { } address)
            {
                _options.BotBaseUrl = address;
                _threats.Arm(_victim);
            }
        }
    }

    /// <summary>Until nothing is left to do; the clock moves on to what is due soon, and lost deliveries come again.</summary>
    public async Task SettleAsync()
    {
        var patience = Now + SettlesWithin;
        while (true)
        {
            await UpAsync();
            await Slack.SettleAsync();
            var (lives, rest) = await _victim!.AskAsync<RestUntil>("rest");
            if (!lives || Slack.PendingDeliveries > 0)
            {
                continue;
            }

            var next = Slack.EventDelivery.WaitingRetries > 0 && !(rest!.Next <= Now + FirstRetry) ? Now + FirstRetry : rest!.Next;
            if (next is not { } instant || instant > patience)
            {
                return;
            }

            await MoveClockAsync(instant);
        }
    }

    /// <summary>Lets time pass up to an instant; every sweep runs then, and what follows from it happens.</summary>
    public async Task MoveToAsync(DateTimeOffset instant)
    {
        await MoveClockAsync(instant);
        await SweepAsync();
    }

    public async Task SweepAsync()
    {
        do
        {
            await UpAsync();
        }
        while (!await _victim!.SteerAsync("sweep"));
        await SettleAsync();
    }

    /// <summary>The moments that the service passed since the last look.</summary>
    public async Task<IReadOnlyList<string>> MomentsAsync() => (await _victim!.AskAsync<List<string>>("moments")).Answer ?? [];

    public async ValueTask DisposeAsync()
    {
        if (_victim is not null)
        {
            await _victim.DisposeAsync();
        }

        _threats.Dispose();
        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
    }

    private async Task MoveClockAsync(DateTimeOffset instant)
    {
        await UpAsync();
        _time.Advance(instant > Now ? instant - Now : TimeSpan.Zero);
        await _victim!.SteerAsync("clock?now=" + Uri.EscapeDataString(Now.ToString("O")));
    }

    private async Task ReapAsync()
    {
        if (_victim is null)
        {
            return;
        }

        StandardError.AddRange(_victim.Output.Append("--"));
        _threats.Struck(_victim);
        await _victim.DisposeAsync();
        _victim = null;
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
        ["CrashTest:Moment"] = armed?.Moment ?? "",
        ["CrashTest:Nth"] = (armed?.Nth ?? 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private sealed record RestUntil(DateTimeOffset? Next);
}
