using IncidentBot.Delivery;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Operations;

/// <summary>
/// Repeats a call to Slack that certainly had no effect, as <see cref="Resilience"/> says. It sits inside the HttpClient, whose timeout is
/// for all attempts together.
/// </summary>
internal sealed class RepeatedCalls(Resilience resilience) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => resilience
        .PipelineFor(request.Options.TryGetValue(SlackHttp.Method, out var method) ? method : "")
        .ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken)
        .AsTask();
}
