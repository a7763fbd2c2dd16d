using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Slack.Endpoints;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.WebApi;

/// <summary>The Web API over HTTP, with the bot token.</summary>
internal sealed class SlackApi(IHttpClientFactory clients, IOptions<SlackOptions> options) : ISlackApi
{
    public async Task<SlackResponse> CallAsync(string method, JsonElement arguments, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.ApiBaseUrl, method))
        {
            Content = new FormUrlEncodedContent(FormEncoding.Fields(arguments)),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.BotToken);
        return await SlackHttp.SendAsync(clients, request, method, cancellationToken);
    }
}
