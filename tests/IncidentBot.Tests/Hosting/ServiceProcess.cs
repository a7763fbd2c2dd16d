using System.Diagnostics;

namespace IncidentBot.Tests.Hosting;

/// <summary>The exit code and the output of a finished process of the service.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, IReadOnlyList<string> Errors);

/// <summary>Starts the service as an operator does, for starts that end on their own.</summary>
internal static class ServiceProcess
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>Valid settings, with a port for Slack on which nothing listens.</summary>
    private static readonly Dictionary<string, string> ValidSettings = new()
    {
        ["Slack__BotToken"] = "xoxb-EXAMPLE",
        ["Slack__SigningSecret"] = "5f0c1e9ab37d4c2e8f6a90b1c2d3e4f5",
        ["Slack__ApiBaseUrl"] = "http://127.0.0.1:9/api/",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
    };

    public static async Task<ProcessResult> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("incidentbot-start-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IncidentBot.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in ValidSettings.Concat(settings))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new ProcessResult(process.ExitCode, await output, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries));
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
