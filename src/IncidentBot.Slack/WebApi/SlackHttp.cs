namespace IncidentBot.Slack.WebApi;

/// <summary>
/// Sends a request and turns every outcome into a response, which says whether the call certainly had no effect or may have had
/// one. An application may add handlers to the HttpClient, for example to repeat calls that had no effect.
/// </summary>
public static class SlackHttp
{
    /// <summary>The name of the HttpClient.</summary>
    public const string ClientName = "slack";

    /// <summary>The request option that names the call: a method of the Web API, "response_url" or "upload".</summary>
    public static readonly HttpRequestOptionsKey<string> Method = new("slack.method");

    /// <summary>True when the request had no effect, because there was no connection on which it could have arrived.</summary>
    /// <param name="failure">The exception from sending the request.</param>
    /// <returns>False when the effect is unknown.</returns>
    public static bool NeverArrived(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    internal static async Task<SlackResponse> SendAsync(
        IHttpClientFactory clients, HttpRequestMessage request, string method, CancellationToken cancellationToken)
    {
        request.Options.Set(Method, method);
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
}
