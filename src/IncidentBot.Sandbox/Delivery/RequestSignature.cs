using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Sandbox.Delivery;

/// <summary>Slack's v0 signature: HMAC-SHA256 over "v0:timestamp:body".</summary>
internal static class RequestSignature
{
    public static string Sign(string secret, long timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"v0:{timestamp}:")));
        mac.AppendData(body);
        return "v0=" + Convert.ToHexStringLower(mac.GetHashAndReset());
    }
}
