namespace IncidentBot.Slack.WebApi;

/// <summary>Sends a request and turns whatever happens into a response, telling "surely had no effect" from "unknown".</summary>
internal static class SlackHttp
{
    /// <summary>The name of the HttpClient.</summary>
    public const string ClientName = "slack";

    public static async Task<SlackResponse> SendAsync(
        IHttpClientFactory clients, HttpRequestMessage request, string method, CancellationToken cancellationToken)
    {
        try
        {
            using var http = clients.CreateClient(ClientName);
            using var response = await http.SendAsync(request, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return SlackEnvelope.Read(method, response.StatusCode, response.Headers, bytes);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SlackEnvelope.Failed("timeout", SlackErrorKind.UnknownOutcome, effectUnknown: true);
        }
        catch (HttpRequestException failure) when (NeverArrived(failure))
        {
            return SlackEnvelope.Failed("connection_failed", SlackErrorKind.Transient, effectUnknown: false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return SlackEnvelope.Failed("network_error", SlackErrorKind.UnknownOutcome, effectUnknown: true);
        }
    }

    private static bool NeverArrived(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
