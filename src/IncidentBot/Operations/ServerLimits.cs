using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IncidentBot.Operations;

/// <summary>
/// What a connection may cost before Slack's signature is checked. Slack sends one small request at a time and sends it at once, so whoever
/// is slower or larger is someone else.
/// </summary>
internal static class ServerLimits
{
    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxConcurrentConnections = 500;
        server.Limits.MaxRequestBodySize = 1024 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        server.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 4 * 1024, gracePeriod: TimeSpan.FromSeconds(3));
    }
}
