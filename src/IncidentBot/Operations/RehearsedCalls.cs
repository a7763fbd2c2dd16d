using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace IncidentBot.Operations;

/// <summary>
/// Cuts the wire to Slack while something is rehearsed: the call is made up to its last byte, and the answer is that Slack
/// was not asked. What a rehearsal invents (people, triggers) never reaches Slack.
/// </summary>
internal sealed class RehearsedCalls : DelegatingHandler
{
    private const string NotAsked = """{"ok":false,"error":"rehearsal"}""";

    private static readonly AsyncLocal<bool> IsRehearsal = new();

    /// <summary>From now on, until it is disposed, the calls of this flow of work stay here.</summary>
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
