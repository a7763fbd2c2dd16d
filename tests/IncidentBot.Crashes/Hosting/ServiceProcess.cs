using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;

namespace IncidentBot.Crashes.Hosting;

/// <summary>One process of the service, which the test starts, controls and kills.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const int KeptLines = 40;
    private const string Listening = "listening on ";
    private const string Killed = "killed at: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http = new() { Timeout = Patience };

    private ServiceProcess(Process process) => _process = process;

    /// <summary>The address it listens on; null when it died before it listened.</summary>
    public Uri? Address { get; private set; }

    public bool IsDead => _process.HasExited;

    /// <summary>The checkpoint at which it killed itself, once it is dead.</summary>
    public string? KilledAt => _output.LastOrDefault(line => line.StartsWith(Killed, StringComparison.Ordinal))?[Killed.Length..];

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyList<string> Output => [.. _output.TakeLast(KeptLines)];

    public static async Task<ServiceProcess> StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // The process lives for seconds, so tiered compilation does not pay off.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcConcurrent"] = "0" },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "IncidentBot.Crashes.ServiceUnderTest.dll"));
        foreach (var (key, value) in settings)
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        var service = new ServiceProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        await service.RunAsync();
        return service;
    }

    /// <summary>Sends a command; false when the process died before it answered.</summary>
    public async Task<bool> SendAsync(string path) => await AskAsync<object>(path, reads: false) is (true, _);

    /// <summary>Sends a command and reads the answer.</summary>
    public Task<(bool IsAlive, T? Answer)> AskAsync<T>(string path) => AskAsync<T>(path, reads: true);

    /// <summary>Kills it from outside, now.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!IsDead)
        {
            Kill();
            await WaitForExitAsync();
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
            await WaitForExitAsync();
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

    private async Task<(bool IsAlive, T? Answer)> AskAsync<T>(string path, bool reads)
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
            await WaitForExitAsync();
            return (false, default);
        }
    }

    /// <summary>Times out, and fails the test, when the process does not exit after its connection broke.</summary>
    private async Task WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }
}
