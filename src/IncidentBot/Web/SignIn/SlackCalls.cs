using IncidentBot.Slack.WebApi;

namespace IncidentBot.Web.SignIn;

/// <summary>
/// Lets the sign-in call Slack through the same client as everything else. The sign-in keeps its handler for as long as the process runs,
/// so each call takes the connection of that moment.
/// </summary>
internal sealed class SlackCalls(IHttpMessageHandlerFactory handlers) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var invoker = new HttpMessageInvoker(handlers.CreateHandler(SlackHttp.ClientName), disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken);
    }
}
