using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IncidentBot.Demo;

/// <summary>Where the workspace and the service listen.</summary>
internal sealed record DemoPorts(int Workspace, int Service)
{
    private const int Preferred = 5010;

    public Uri WorkspaceAddress => new($"http://127.0.0.1:{Workspace}/");

    public Uri ServiceAddress => new($"http://127.0.0.1:{Service}/");

    /// <summary>The workspace's port is the first argument; without one, 5010, or a free port if 5010 is taken.</summary>
    public static DemoPorts From(string[] args) => new(
        args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : Free(Preferred),
        Free(0));

    private static int Free(int wanted)
    {
        using var probe = new TcpListener(IPAddress.Loopback, wanted);
        try
        {
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return Free(0);
        }
    }
}
