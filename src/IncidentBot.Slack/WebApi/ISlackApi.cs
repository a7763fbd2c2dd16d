using System.Text.Json;

namespace IncidentBot.Slack.WebApi;

/// <summary>The way out: every method of Slack's Web API through one call. Typed requests stand on it, see <see cref="SlackApiExtensions"/>.</summary>
public interface ISlackApi
{
    /// <summary>Calls a method. Never throws for what Slack or the network does: that is in the response; only for cancellation.</summary>
    /// <param name="method">The method, such as "chat.postMessage".</param>
    /// <param name="arguments">A JSON object of its arguments.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Slack's answer, or what went wrong.</returns>
    Task<SlackResponse> CallAsync(string method, JsonElement arguments, CancellationToken cancellationToken);
}
