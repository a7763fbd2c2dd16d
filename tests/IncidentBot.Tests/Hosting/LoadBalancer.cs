using System.Net;

namespace IncidentBot.Tests.Hosting;

/// <summary>Stands between Slack and the nodes: sends requests to one after the other, or to the one that the test chooses.</summary>
internal sealed class LoadBalancer : HttpMessageHandler
{
    private IReadOnlyList<(BotNode Node, HttpMessageInvoker Way)> _nodes = [];
    private int _sent;

    /// <summary>Where everything goes for now; null when the nodes take turns.</summary>
    public BotNode? Only { get; set; }

    /// <summary>Each request goes to every node at the same time, as a retry that overlaps does.</summary>
    public bool ToAll { get; set; }

    public void Serve(IEnumerable<BotNode> nodes) => _nodes = [.. nodes.Select(node => (node, node.Invoker()))];

    /// <summary>The sandbox is started before the nodes that it delivers to, and outlives them.</summary>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var nodes = _nodes.Count > 0 ? _nodes : throw new InvalidOperationException("The bot is not started yet.");
        if (ToAll)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return (await Task.WhenAll(nodes.Select(node => AskAsync(node.Way, Copy(request, body), cancellationToken))))[0];
        }

        var turn = Only is { } only
            ? nodes.Single(each => each.Node == only)
            : nodes[(Interlocked.Increment(ref _sent) & int.MaxValue) % nodes.Count];
        return await AskAsync(turn.Way, request, cancellationToken);
    }

    /// <summary>A real server answers 500 where the test server lets the exception through, to a Slack that would not expect it.</summary>
    private static async Task<HttpResponseMessage> AskAsync(HttpMessageInvoker way, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await way.SendAsync(request, cancellationToken);
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
