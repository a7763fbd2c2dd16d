namespace IncidentBot.Slack.WebApi;

/// <summary>
/// Sends a request and turns whatever happens into a response, telling "surely had no effect" from "unknown". An application may
/// add handlers to the HttpClient, for example one that repeats what surely had no effect.
/// </summary>
public static class SlackHttp
{
    /// <summary>The name of the HttpClient.</summary>
    public const string ClientName = "slack";

    /// <summary>Says in a request's options what is called: a method of the Web API, "response_url" or "upload".</summary>
    public static readonly HttpRequestOptionsKey<string> Method = new("slack.method");

    /// <summary>True when the request surely had no effect, because there was no connection on which it could have arrived.</summary>
    /// <param name="failure">What sending it came to.</param>
    /// <returns>False when nobody knows.</returns>
    public static bool NeverArrived(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

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
