using System.Text.Json;

namespace IncidentBot.Slack.WebApi;

/// <summary>Calls any method of Slack's Web API; for typed requests, see <see cref="SlackApiExtensions"/>.</summary>
public interface ISlackApi
{
    /// <summary>Calls a method. Failures of Slack or the network are in the response; only cancellation throws.</summary>
    /// <param name="method">The method, such as "chat.postMessage".</param>
    /// <param name="arguments">A JSON object of its arguments.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Slack's answer, or what went wrong.</returns>
    Task<SlackResponse> CallAsync(string method, JsonElement arguments, CancellationToken cancellationToken);
}
