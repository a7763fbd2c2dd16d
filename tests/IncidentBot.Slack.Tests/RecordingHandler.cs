namespace IncidentBot.Slack.Tests;

/// <summary>Stands where the network begins: nothing leaves the process, and what would have left is remembered.</summary>
internal sealed class Outgoing(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<Uri> Addresses { get; } = [];

    public static Outgoing Accepting() => new(() => new HttpResponseMessage { Content = new StringContent("""{"ok":true,"view":{"id":"V1"}}""") });

    public static Outgoing Failing(Exception failure) => new(() => throw failure);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Addresses.Add(request.RequestUri!);
        return Task.FromResult(answer());
    }
}
