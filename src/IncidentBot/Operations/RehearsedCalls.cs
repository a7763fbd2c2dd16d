using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace IncidentBot.Operations;

/// <summary>
/// Keeps rehearsed calls away from Slack: the request is built completely, and the answer is that Slack
/// was not asked. The invented people and triggers never reach Slack.
/// </summary>
internal sealed class RehearsedCalls : DelegatingHandler
{
    private const string NotAsked = """{"ok":false,"error":"rehearsal"}""";

    private static readonly AsyncLocal<bool> IsRehearsal = new();

    /// <summary>Whether this async flow rehearses, which nothing that comes from outside does.</summary>
    public static bool IsUnderWay => IsRehearsal.Value;

    /// <summary>Until it is disposed, calls of this async flow are not sent.</summary>
    public static IDisposable Begin()
    {
        IsRehearsal.Value = true;
        return new Rehearsal();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        IsRehearsal.Value ? Task.FromResult(Answer(request)) : base.SendAsync(request, cancellationToken);

    private static HttpResponseMessage Answer(HttpRequestMessage request) => new(HttpStatusCode.OK)
    {
        RequestMessage = request,
        Content = new StringContent(NotAsked, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
    };

    private sealed class Rehearsal : IDisposable
    {
        public void Dispose() => IsRehearsal.Value = false;
    }
}
