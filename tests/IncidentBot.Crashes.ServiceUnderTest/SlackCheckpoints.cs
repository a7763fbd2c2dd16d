namespace IncidentBot.Crashes.ServiceUnderTest;

/// <summary>Checkpoints before a request to Slack leaves, and after its response arrives but before the service reads it.</summary>
internal sealed class SlackCheckpoints(KillSwitch killSwitch) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var segments = request.RequestUri!.Segments;
        var method = segments[1] is "api/" ? segments[^1] : segments[1].TrimEnd('/');
        killSwitch.Reached($"calling {method}");
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        killSwitch.Reached($"called {method}");
        return response;
    }
}
