using System.Diagnostics;

namespace IncidentBot.Tests.Hosting;

/// <summary>What a process of the service left behind: its exit code and what it wrote.</summary>
internal sealed record EndedProcess(int ExitCode, string Output, IReadOnlyList<string> Errors);

/// <summary>The service as an operator starts it, for starts that end by themselves.</summary>
internal static class ServiceProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Settings that are right; Slack is a port on which nothing listens.</summary>
    private static readonly Dictionary<string, string> Right = new()
    {
        ["Slack__BotToken"] = "xoxb-EXAMPLE",
        ["Slack__SigningSecret"] = "5f0c1e9ab37d4c2e8f6a90b1c2d3e4f5",
        ["Slack__ApiBaseUrl"] = "http://127.0.0.1:9/api/",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
    };

    public static async Task<EndedProcess> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("incidentbot-start-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IncidentBot.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Right.Concat(settings))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new EndedProcess(process.ExitCode, await output, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            Directory.Delete(folder, recursive: true);
        }
    }
}
