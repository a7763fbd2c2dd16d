namespace IncidentBot.Slack.Tests;

/// <summary>Records outgoing requests instead of sending them over the network.</summary>
internal sealed class RecordingHandler(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<Uri> Addresses { get; } = [];

    public List<string> Bodies { get; } = [];

    public static RecordingHandler Accepting() =>
        new(() => new HttpResponseMessage { Content = new StringContent("""{"ok":true,"view":{"id":"V1"}}""") });

    public static RecordingHandler Failing(Exception failure) => new(() => throw failure);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Addresses.Add(request.RequestUri!);
        Bodies.Add(request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "");
        return answer();
    }
}
