using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IncidentBot.Demo;

namespace IncidentBot.Browser.Tests;

/// <summary>What the demo's terminal shows.</summary>
public sealed class DemoStartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_demo_says_first_where_it_is_and_what_it_does_and_next_that_it_is_ready()
    {
        var port = DemoPorts.Free();
        using var demo = Start(port);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var first = await demo.StandardOutput.ReadLineAsync(patience.Token);
            var second = await demo.StandardOutput.ReadLineAsync(patience.Token);

            Assert.StartsWith(
                $"Starting a Slack workspace at http://127.0.0.1:{port}/ and IncidentBot at http://127.0.0.1:",
                first,
                StringComparison.Ordinal);
            Assert.StartsWith($"Ready. Open http://127.0.0.1:{port}/ in a browser", second, StringComparison.Ordinal);
        }
        finally
        {
            demo.Kill();
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var demo = Start(port);
        using var patience = new CancellationTokenSource(Patience);

        var errors = await demo.StandardError.ReadToEndAsync(patience.Token);
        await demo.WaitForExitAsync(patience.Token);

        Assert.Equal(1, demo.ExitCode);
        Assert.Equal(
            $"Another process is using the address http://127.0.0.1:{port}. Give a free port as the first argument, for example 5011.",
            errors.Trim());
    }

    private static Process Start(int port) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IncidentBot.Demo.dll"), $"{port}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
