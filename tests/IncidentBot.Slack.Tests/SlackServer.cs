using IncidentBot.Slack.WebApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace IncidentBot.Slack.Tests;

/// <summary>A request that the server received.</summary>
internal sealed record ReceivedRequest(string Path, string? Authorization, string? ContentType, string Body);

/// <summary>A web server that gives the responses that a test sets, and records the requests.</summary>
internal sealed class SlackServer : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly List<ServiceProvider> _clients = [];

    public Uri Address => new(_server.Url + "/");

    public IReadOnlyList<ReceivedRequest> Requests =>
    [
        .. _server.LogEntries
            .Select(entry => entry.RequestMessage!)
            .Select(request => new ReceivedRequest(
                request.Path, Header(request, "Authorization"), Header(request, "Content-Type"), request.Body ?? "")),
    ];

    /// <summary>Sets the response to every request.</summary>
    public SlackServer Answer(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Answer("/*", response => headers.Aggregate(
            response.WithStatusCode(status).WithBody(body), (so, header) => so.WithHeader(header.Name, header.Value)));

    /// <summary>Sets the response to requests for a path, in which * matches any text.</summary>
    public SlackServer Answer(string path, Func<IResponseBuilder, IResponseBuilder> answer)
    {
        _server.Given(Request.Create().WithPath(path)).RespondWith(answer(Response.Create()));
        return this;
    }

    /// <summary>The services of an application that calls this server instead of Slack.</summary>
    public ServiceProvider Services(TimeSpan? timeout = null)
    {
        var services = SlackClient.Of(Address, timeout);
        _clients.Add(services);
        return services;
    }

    public ISlackApi Api(TimeSpan? timeout = null) => Services(timeout).GetRequiredService<ISlackApi>();

    /// <summary>The fields of the only form that was sent.</summary>
    public Dictionary<string, string> Form() =>
        QueryHelpers.ParseQuery(Assert.Single(Requests).Body).ToDictionary(field => field.Key, field => field.Value.ToString());

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _server.Dispose();
    }

    private static string? Header(WireMock.IRequestMessage request, string name) =>
        request.Headers is { } headers && headers.TryGetValue(name, out var values) ? string.Join(',', values) : null;
}
