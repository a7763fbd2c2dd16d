using System.Net;

namespace IncidentBot.Tests.Hosting;

/// <summary>Sends Slack's requests to the nodes in turn, or to the node that the test chooses.</summary>
internal sealed class LoadBalancer : HttpMessageHandler
{
    private IReadOnlyList<(BotNode Node, HttpMessageInvoker Invoker)> _nodes = [];
    private int _sent;

    /// <summary>The node that gets all requests; null when the nodes take turns.</summary>
    public BotNode? Only { get; set; }

    /// <summary>Sends each request to every node at the same time, like an overlapping retry.</summary>
    public bool ToAll { get; set; }

    public void Serve(IEnumerable<BotNode> nodes) => _nodes = [.. nodes.Select(node => (node, node.Invoker()))];

    /// <summary>The sandbox starts before the nodes and outlives them, so there may be none.</summary>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var nodes = _nodes.Count > 0 ? _nodes : throw new InvalidOperationException("The bot is not started yet.");
        if (ToAll)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return (await Task.WhenAll(nodes.Select(node => AskAsync(node.Invoker, Copy(request, body), cancellationToken))))[0];
        }

        var turn = Only is { } only
            ? nodes.Single(each => each.Node == only)
            : nodes[(Interlocked.Increment(ref _sent) & int.MaxValue) % nodes.Count];
        return await AskAsync(turn.Invoker, request, cancellationToken);
    }

    /// <summary>Turns an exception into status 500, as a real server would; the test server throws it to the caller instead.</summary>
    private static async Task<HttpResponseMessage> AskAsync(
        HttpMessageInvoker invoker, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await invoker.SendAsync(request, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[] body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
        copy.Content.Headers.ContentType = request.Content!.Headers.ContentType;
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }
}
