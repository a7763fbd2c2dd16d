using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>Typed requests on the one generic call.</summary>
public static class SlackApiExtensions
{
    /// <summary>Sends a typed request and reads its typed answer.</summary>
    /// <typeparam name="TResponse">The response to a successful call.</typeparam>
    /// <param name="api">The Web API.</param>
    /// <param name="request">The arguments.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The answer, or what went wrong.</returns>
    public static async Task<SlackResponse<TResponse>> SendAsync<TResponse>(
        this ISlackApi api, ISlackRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        var response = await api.CallAsync(request.Method, request.ToArguments(), cancellationToken);
        return response.As<TResponse>();
    }

    /// <summary>The request as the JSON object that <see cref="ISlackApi.CallAsync"/> takes, for storing it before it is sent.</summary>
    /// <param name="request">The arguments.</param>
    /// <returns>A JSON object.</returns>
    /// <exception cref="SlackLimitException">Slack would refuse its blocks or view: a bug.</exception>
    public static JsonElement ToArguments(this ISlackRequest request)
    {
        if (request is IBlockCarrier carrier)
        {
            BlockValidator.ThrowIfAny(carrier.Violations());
        }

        return JsonSerializer.SerializeToElement(request, request.GetType(), SlackJson.Options);
    }
}
