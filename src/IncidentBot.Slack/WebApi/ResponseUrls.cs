using System.Net.Http.Json;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Endpoints;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.WebApi;

/// <summary>Posts to response_urls, but only on allowed hosts, because an address in a payload comes from outside.</summary>
public sealed class ResponseUrls(IHttpClientFactory clients, IOptions<SlackOptions> options)
{
    /// <summary>Posts a message. A failure is final; post an ordinary message instead.</summary>
    /// <param name="responseUrl">The address of the payload.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The outcome.</returns>
    public async Task<SlackResponse> PostAsync(string responseUrl, ResponseUrlMessage message, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(responseUrl, UriKind.Absolute, out var address) || !IsAllowed(address))
        {
            return SlackEnvelope.Failed("response_url_not_allowed", SlackErrorKind.BadInput, effectUnknown: false);
        }

        BlockValidator.ThrowIfAny(message.Violations());
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(message, options: SlackJson.Options),
        };
        var response = await SlackHttp.SendAsync(clients, request, "response_url", cancellationToken);

        // Success is the word "ok" or a JSON object that says so.
        var accepted = (int)response.Status is >= 200 and < 300 && response.Body.ValueKind != System.Text.Json.JsonValueKind.Object;
        return accepted ? response with { Ok = true, Error = null, Kind = SlackErrorKind.None, HasEffectUnknown = false } : response;
    }

    private bool IsAllowed(Uri address) => options.Value.AllowedResponseUrlHosts().Any(allowed =>
        address.Scheme == allowed.Scheme && address.Host == allowed.Host && address.Port == allowed.Port && address.UserInfo.Length == 0);
}
