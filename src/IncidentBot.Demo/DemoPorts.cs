using System.Net;
using System.Net.Sockets;

namespace IncidentBot.Demo;

/// <summary>Where the workspace and the service listen.</summary>
internal sealed record DemoPorts(int Workspace, int Service)
{
    private const int Preferred = 5010;

    // Below the range in which systems choose the local port of outgoing connections (Linux: from 32768). Such a connection
    // could take a port after it was found free and before something listens on it.
    private const int First = 20_000;
    private const int Last = 32_000;

    private static int s_last = Random.Shared.Next(First, Last);

    public Uri WorkspaceAddress => new($"http://127.0.0.1:{Workspace}/");

    public Uri ServiceAddress => new($"http://127.0.0.1:{Service}/");

    /// <param name="workspace">The workspace's port; without one, 5010, or a free port if 5010 is taken.</param>
    public static DemoPorts From(int? workspace) => new(workspace ?? (IsFree(Preferred) ? Preferred : Free()), Free());

    /// <summary>A port that nothing listens on, another one at each call.</summary>
    public static int Free()
    {
        int port;
        do
        {
            port = First + (Interlocked.Increment(ref s_last) % (Last - First));
        }
        while (!IsFree(port));

        return port;
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
