using IncidentBot.Slack.WebApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace IncidentBot.Slack.Tests;

/// <summary>What arrived at the server.</summary>
internal sealed record Arrived(string Path, string? Authorization, string? ContentType, string Body);

/// <summary>The other end of the wire: a web server that answers what a test says, and remembers what was asked.</summary>
internal sealed class SlackServer : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly List<ServiceProvider> _clients = [];

    public Uri Address => new(_server.Url + "/");

    public IReadOnlyList<Arrived> Requests => [.. _server.LogEntries.Select(entry => entry.RequestMessage!).Select(request => new Arrived(
        request.Path, Header(request, "Authorization"), Header(request, "Content-Type"), request.Body ?? ""))];

    /// <summary>Answers every request like this.</summary>
    public SlackServer Answer(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Answer("/*", response => headers.Aggregate(response.WithStatusCode(status).WithBody(body), (so, header) => so.WithHeader(header.Name, header.Value)));

    /// <summary>Answers requests for this path, in which a star stands for anything.</summary>
    public SlackServer Answer(string path, Func<IResponseBuilder, IResponseBuilder> answer)
    {
        _server.Given(Request.Create().WithPath(path)).RespondWith(answer(Response.Create()));
        return this;
    }

    /// <summary>An application's services with this server in Slack's place.</summary>
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
