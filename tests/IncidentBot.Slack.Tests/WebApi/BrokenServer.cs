using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentBot.Slack.Tests.WebApi;

/// <summary>
/// A server that takes a request and then does what no web server lets one do: breaks the connection, stops in the middle, or says
/// something that is not HTTP. Only a socket of one's own can.
/// </summary>
internal sealed class BrokenServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _served;

    private BrokenServer(Func<Socket, CancellationToken, Task> answer)
    {
        _listener.Start();
        _served = ServeAsync(answer);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Says this much, and then closes the connection.</summary>
    public static BrokenServer Saying(string bytes) => new(async (socket, token) =>
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(bytes), token);
        socket.Shutdown(SocketShutdown.Both);
    });

    /// <summary>Says this much, and then nothing more.</summary>
    public static BrokenServer HangingAfter(string bytes) => new(async (socket, token) =>
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(bytes), token);
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
    });

    /// <summary>Resets the connection, as a load balancer does that has lost its server.</summary>
    public static BrokenServer Resetting() => new((socket, _) =>
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        return Task.CompletedTask;
    });

    /// <summary>An address on which nothing listens any more.</summary>
    public static async Task<Uri> NobodyAsync()
    {
        await using var server = Saying("");
        return server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        // The listener ends last: asked for another connection after its end it would throw, which is no test's business.
        await _end.CancelAsync();
        await _served;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync(Func<Socket, CancellationToken, Task> answer)
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_end.Token);
                await socket.ReceiveAsync(new byte[64 * 1024], _end.Token);
                await answer(socket, _end.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }
}
