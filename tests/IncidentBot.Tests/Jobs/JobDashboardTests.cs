using System.Net;
using IncidentBot.Jobs;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Jobs;

[Collection(HangfireStatics.Name)]
[Trait("Engine", "both")]
public sealed class JobDashboardTests
{
    [Fact]
    public async Task Without_the_setting_there_is_no_dashboard()
    {
        await using var app = await BotApp.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, IPAddress.Loopback));
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("::1", HttpStatusCode.OK)]
    [InlineData("10.0.0.7", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task The_dashboard_is_shown_to_this_machine_alone(string? address, HttpStatusCode expected)
    {
        await using var app = await BotApp.StartAsync(("Jobs:Dashboard", "true"));

        Assert.Equal(expected, await StatusAsync(app, address is null ? null : IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("X-Real-IP")]
    public async Task Whoever_comes_through_a_proxy_on_this_machine_is_refused(string header)
    {
        await using var app = await BotApp.StartAsync(("Jobs:Dashboard", "true"));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, IPAddress.Loopback, header));
    }

    private static async Task<HttpStatusCode> StatusAsync(BotApp app, IPAddress? from, string? header = null)
    {
        var context = await app.Nodes[0].Server.SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = from;
            request.Request.Path = JobDashboard.Path;
            if (header is not null)
            {
                request.Request.Headers[header] = "10.0.0.7";
            }
        });
        return (HttpStatusCode)context.Response.StatusCode;
    }
}
