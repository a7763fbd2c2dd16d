using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Endpoints;

/// <summary>Reads a request of Slack's: bytes with a cap, certificate probe, signature; only then may anyone parse it.</summary>
internal sealed partial class SlackRequestReader(IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackRequestReader> logger)
{
    /// <summary>Slack states no limit; a submission carries its whole view, up to 250 kB.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private int _warned;

    /// <summary>The body, or the answer that ends the request.</summary>
    public async Task<(ReadOnlyMemory<byte> Body, IResult? Answer)> ReadAsync(HttpRequest request)
    {
        if (await ReadBodyAsync(request) is not { } body)
        {
            return (default, Results.StatusCode(StatusCodes.Status413PayloadTooLarge));
        }

        // According to the documentation, the probe is unsigned; it only learns that the service exists ("Slash commands", ssl_check).
        if (IsCertificateProbe(request, body))
        {
            return (default, Results.Ok());
        }

        var result = SlackSignature.Verify(
            body,
            Single(request, "X-Slack-Request-Timestamp"),
            Single(request, "X-Slack-Signature"),
            options.Value.SigningSecrets(),
            time.GetUtcNow());
        if (result is SlackSignatureResult.Valid or SlackSignatureResult.ValidWithEarlierSecret)
        {
            WarnOnce(result, request);
            return (body, null);
        }

        Log.Refused(logger, result);
        return (default, Results.StatusCode(StatusCodes.Status401Unauthorized));
    }

    /// <summary>While this is said, the earlier secret cannot be taken out of the settings yet.</summary>
    private void WarnOnce(SlackSignatureResult result, HttpRequest request)
    {
        if (result == SlackSignatureResult.ValidWithEarlierSecret && Interlocked.Exchange(ref _warned, 1) == 0)
        {
            Log.EarlierSecret(logger, request.Path, request.Headers.UserAgent.ToString());
        }
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBodyBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxBodyBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static bool IsCertificateProbe(HttpRequest request, byte[] body) =>
        body.Length < 1024 && request.HasFormContentType && SlackForm.Read(body).TryGetValue("ssl_check", out var probe) && probe == "1";

    private static string? Single(HttpRequest request, string header) =>
        request.Headers.TryGetValue(header, out var values) && values is { Count: 1 } ? values[0] : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Refused a request that Slack did not sign: {Result}")]
        public static partial void Refused(ILogger logger, SlackSignatureResult result);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "A request to {Path} from {Agent} is still signed with Slack__PreviousSigningSecret; "
                + "keep that setting until this warning no longer appears after a start")]
        public static partial void EarlierSecret(ILogger logger, string path, string agent);
    }
}
