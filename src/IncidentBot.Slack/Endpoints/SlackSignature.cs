using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Slack.Endpoints;

/// <summary>The result of a signature check; callers give the same response to all failures.</summary>
public enum SlackSignatureResult
{
    /// <summary>Slack sent it, just now.</summary>
    Valid,

    /// <summary>The same, signed with a secret that is being replaced: not the first of them.</summary>
    ValidWithEarlierSecret,

    /// <summary>A header is missing.</summary>
    Missing,

    /// <summary>A header does not have its form.</summary>
    Malformed,

    /// <summary>The time stamp is more than five minutes from our clock, on either side.</summary>
    OutsideWindow,

    /// <summary>The body was not signed with a secret of ours.</summary>
    Mismatch,
}

/// <summary>Checks that a request comes from Slack ("Verifying requests from Slack", signature v0).</summary>
public static class SlackSignature
{
    /// <summary>How far the time stamp may be from our clock.</summary>
    public const int WindowSeconds = 300;

    private const string Version = "v0=";

    /// <summary>Checks a signature, in constant time for each secret.</summary>
    /// <param name="body">The body, byte for byte as received.</param>
    /// <param name="timestamp">The header X-Slack-Request-Timestamp.</param>
    /// <param name="signature">The header X-Slack-Signature.</param>
    /// <param name="secrets">The signing secrets, the present one first; more than one while they are being replaced.</param>
    /// <param name="now">The time.</param>
    /// <returns>Valid, or why not.</returns>
    public static SlackSignatureResult Verify(
        ReadOnlySpan<byte> body, string? timestamp, string? signature, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature))
        {
            return SlackSignatureResult.Missing;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || !TryDecode(signature, given))
        {
            return SlackSignatureResult.Malformed;
        }

        // Decimal: an absurd time stamp must not overflow.
        if (Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > WindowSeconds)
        {
            return SlackSignatureResult.OutsideWindow;
        }

        // All of them, whichever matches: how long this takes must not tell which one it was.
        var (first, other) = (false, false);
        for (var index = 0; index < secrets.Count; index++)
        {
            var matches = Matches(body, timestamp, given, secrets[index]);
            first |= matches & index == 0;
            other |= matches & index > 0;
        }

        return first ? SlackSignatureResult.Valid : other ? SlackSignatureResult.ValidWithEarlierSecret : SlackSignatureResult.Mismatch;
    }

    private static bool TryDecode(string signature, Span<byte> bytes) =>
        signature.Length == Version.Length + (bytes.Length * 2)
        && signature.StartsWith(Version, StringComparison.Ordinal)
        && Convert.FromHexString(signature.AsSpan(Version.Length), bytes, out _, out var written) == OperationStatus.Done
        && written == bytes.Length;

    private static bool Matches(ReadOnlySpan<byte> body, string timestamp, ReadOnlySpan<byte> given, string secret)
    {
        // With an empty secret anyone could sign requests.
        if (secret.Length == 0)
        {
            return false;
        }

        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        mac.AppendData(body);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        mac.GetHashAndReset(expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }
}
