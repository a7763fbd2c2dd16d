using System.Net.Http.Headers;
using IncidentBot.Slack.Endpoints;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.WebApi;

/// <summary>Sends the bytes of an upload, after files.getUploadURLExternal and before files.completeUploadExternal.</summary>
public sealed class FileUploads(IHttpClientFactory clients, IOptions<SlackOptions> options)
{
    /// <summary>Sends the bytes. The address needs no token and gets none; may be repeated.</summary>
    /// <param name="uploadUrl">The address that Slack gave for the file.</param>
    /// <param name="content">The bytes, as many as were announced.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The outcome.</returns>
    public Task<SlackResponse> UploadAsync(string uploadUrl, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        SendAsync(uploadUrl, new ReadOnlyMemoryContent(content), cancellationToken);

    /// <summary>The same for a file that is too long to be held in memory.</summary>
    /// <param name="uploadUrl">The address that Slack gave for the file.</param>
    /// <param name="content">The bytes from here to the end, as many as were announced; closed when it is sent.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The outcome.</returns>
    public Task<SlackResponse> UploadStreamAsync(string uploadUrl, Stream content, CancellationToken cancellationToken) =>
        SendAsync(uploadUrl, new StreamContent(content), cancellationToken);

    private async Task<SlackResponse> SendAsync(string uploadUrl, HttpContent content, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(uploadUrl, UriKind.Absolute, out var address) || !IsSlack(address))
        {
            return SlackEnvelope.Failed("upload_url_not_allowed", SlackErrorKind.BadInput, effectUnknown: false);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var response = await SlackHttp.SendAsync(clients, request, "upload", cancellationToken);

        // The answer is text ("OK - 2048"), so the status decides.
        return (int)response.Status is >= 200 and < 300
            ? response with { Ok = true, Error = null, Kind = SlackErrorKind.None, HasEffectUnknown = false }
            : response;
    }

    private bool IsSlack(Uri address)
    {
        var api = options.Value.ApiBaseUrl;
        return (address.Host == api.Host && address.Port == api.Port)
            || (address.Scheme == "https" && address.Host.EndsWith(".slack.com", StringComparison.Ordinal));
    }
}
