using IncidentBot.Sandbox;
using IncidentBot.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Crashes.Hosting;

/// <summary>
/// Slack in this process, the service in another, one clock for both that stands still until it is moved. When the service
/// dies another one is started on the same database, as whatever watches over it would do.
/// </summary>
internal sealed class Town : IAsyncDisposable
{
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);

    private readonly WebApplication _sandbox;
    private readonly SandboxOptions _options;
    private readonly FakeTime _time;
    private readonly Queue<Kill> _kills = new();
    private readonly List<Death> _deaths = [];
    private VictimProcess? _victim;
    private Kill? _armed;
    private CancellationTokenSource? _fuse;

    private Town(CrashDatabase database, WebApplication sandbox, SandboxOptions options, FakeTime time) =>
        (Database, _sandbox, _options, _time) = (database, sandbox, options, time);

    public CrashDatabase Database { get; }

    public Sandbox.State.Workspace Slack => _sandbox.Services.GetRequiredService<Sandbox.State.Workspace>();

    public DateTimeOffset Now => _time.GetUtcNow();

    public IReadOnlyList<Death> Deaths => _deaths;

    /// <summary>How often the service was started.</summary>
    public int Lives { get; private set; }

    /// <summary>What the dead and the living wrote at the end.</summary>
    public List<string> LastWords { get; } = [];

    public static async Task<Town> FoundAsync(CrashDatabase database, DateTimeOffset start)
    {
        var time = new FakeTime(start);

        // People here have more patience than Slack: this machine may be slow, and a late answer is not what is tested.
        var options = new SandboxOptions { Clock = time, AcknowledgementLimit = TimeSpan.FromSeconds(60) };
        var sandbox = SandboxApp.Create(options, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        });
        await sandbox.StartAsync();
        options.BaseUrl = new Uri(sandbox.Urls.Single() + "/");
        return new Town(database, sandbox, options, time);
    }

    /// <summary>From now on these kills, one after the other, until <see cref="SpareAsync"/>.</summary>
    public async Task ThreatenAsync(IEnumerable<Kill> kills)
    {
        foreach (var kill in kills)
        {
            _kills.Enqueue(kill);
        }

        if (_victim is { IsDead: false } victim && _kills.TryDequeue(out _armed))
        {
            LightTheFuse(victim);
            if (_armed.Moment is { } moment)
            {
                await victim.SteerAsync($"arm?moment={Uri.EscapeDataString(moment)}&nth={_armed.Nth}");
            }
        }
    }

    /// <summary>What was not reached until now is not reached any more.</summary>
    public async Task SpareAsync()
    {
        _fuse?.Cancel();
        await UpAsync();
        _deaths.AddRange(_kills.Prepend(_armed).OfType<Kill>().Select(kill => new Death(kill, null)));
        _armed = null;
        _kills.Clear();
        await _victim!.SteerAsync("disarm");
    }

    /// <summary>The service is there and ready, started again as often as it takes.</summary>
    public async Task UpAsync()
    {
        while (_victim is null || _victim.IsDead || !await _victim.SteerAsync("ready"))
        {
            await BuryAsync();
            _ = _armed is not null || _kills.TryDequeue(out _armed);
            _victim = await VictimProcess.StartAsync(Settings());
            Lives++;
            if (_victim.Address is { } address)
            {
                _options.BotBaseUrl = address;
                LightTheFuse(_victim);
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

        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
    }

    private async Task MoveClockAsync(DateTimeOffset instant)
    {
        await UpAsync();
        _time.Advance(instant > Now ? instant - Now : TimeSpan.Zero);
        await _victim!.SteerAsync("clock?now=" + Uri.EscapeDataString(Now.ToString("O")));
    }

    /// <summary>A kill by the clock on the wall: nobody knows what the service does just then, and that is the point.</summary>
    private void LightTheFuse(VictimProcess victim)
    {
        if (_armed is { Moment: null } kill)
        {
            _fuse = new CancellationTokenSource();
            _ = Task.Delay(kill.Milliseconds, _fuse.Token).ContinueWith(_ => victim.Kill(), _fuse.Token, TaskContinuationOptions.NotOnCanceled, TaskScheduler.Default);
        }
    }

    private async Task BuryAsync()
    {
        if (_victim is null)
        {
            return;
        }

        var killed = _victim.KilledAt ?? (_armed?.Moment is null ? "by the clock on the wall" : null);
        LastWords.AddRange(_victim.Output.Append("--"));
        if (_armed is null || killed is null)
        {
            throw new InvalidOperationException("The service died by itself:\n" + string.Join('\n', LastWords));
        }

        _deaths.Add(new Death(_armed, killed));
        _armed = null;
        await _victim.DisposeAsync();
        _victim = null;
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Slack:BotToken"] = _options.BotToken,
        ["Slack:SigningSecret"] = _options.SigningSecret,
        ["Slack:ApiBaseUrl"] = new Uri(_options.BaseUrl, "api/").ToString(),
        ["Slack:ResponseUrlHosts:0"] = _options.BaseUrl.ToString(),
        ["Storage:Provider"] = Database.Provider.ToString(),
        ["Storage:ConnectionString"] = Database.ConnectionString,
        ["CrashTest:Now"] = Now.ToString("O"),
        ["CrashTest:Moment"] = _armed?.Moment ?? "",
        ["CrashTest:Nth"] = (_armed?.Nth ?? 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private sealed record RestUntil(DateTimeOffset? Next);
}
