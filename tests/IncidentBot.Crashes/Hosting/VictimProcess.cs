using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;

namespace IncidentBot.Crashes.Hosting;

/// <summary>One life of the service: a process that is started, steered, and killed.</summary>
internal sealed class VictimProcess : IAsyncDisposable
{
    private const int KeptLines = 40;
    private const string Listening = "listening on ";
    private const string Killed = "killed at: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http = new() { Timeout = Patience };

    private VictimProcess(Process process) => _process = process;

    /// <summary>Where it listens; null when it died before.</summary>
    public Uri? Address { get; private set; }

    public bool IsDead => _process.HasExited;

    /// <summary>The moment at which it killed itself, once it is dead.</summary>
    public string? KilledAt => _output.LastOrDefault(line => line.StartsWith(Killed, StringComparison.Ordinal))?[Killed.Length..];

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyList<string> Output => [.. _output.TakeLast(KeptLines)];

    public static async Task<VictimProcess> StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // It lives for seconds: nothing is worth optimizing for later.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcConcurrent"] = "0" },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "IncidentBot.Crashes.Victim.dll"));
        foreach (var (key, value) in settings)
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        var victim = new VictimProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        await victim.RunAsync();
        return victim;
    }

    /// <summary>Asks for something; false when it died before it answered.</summary>
    public async Task<bool> SteerAsync(string path) => await AskAsync<object>(path, reads: false) is (true, _);

    /// <summary>Asks for something and reads the answer.</summary>
    public Task<(bool Lives, T? Answer)> AskAsync<T>(string path) => AskAsync<T>(path, reads: true);

    /// <summary>Kills it from outside, now.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!IsDead)
        {
            Kill();
            await DiesAsync();
        }

        _http.Dispose();
        _process.Dispose();
    }

    private async Task RunAsync()
    {
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetResult(null);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await _address.Task.WaitAsync(Patience);
        if (Address is null)
        {
            await DiesAsync();
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.StartsWith(Listening, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[Listening.Length..] + "/"));
        }
    }

    private async Task<(bool Lives, T? Answer)> AskAsync<T>(string path, bool reads)
    {
        try
        {
            using var response = await _http.PostAsync(new Uri(Address!, "crash-test/" + path), content: null);
            return response.IsSuccessStatusCode
                ? (true, reads ? await response.Content.ReadFromJsonAsync<T>() : default)
                : throw new InvalidOperationException($"{path}: {response.StatusCode}\n{string.Join('\n', Output)}");
        }
        catch (HttpRequestException)
        {
            await DiesAsync();
            return (false, default);
        }
    }

    /// <summary>The connection broke, so it is dying; when it is not, that is the failure.</summary>
    private async Task DiesAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }
}
