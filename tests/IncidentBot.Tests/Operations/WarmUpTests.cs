using System.Net;
using IncidentBot.Features.Declare;
using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Operations;

public sealed class WarmUpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_rehearsal_makes_the_service_ready_without_asking_Slack_and_leaves_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var before = app.Slack.Calls.Api.Count;
        using var warmUp = ActivatorUtilities.CreateInstance<WarmUp>(app.Services);

        await warmUp.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<Readiness>().EverythingAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal([], app.Slack.Calls.Api.Skip(before).Select(call => call.ToString()));
        Assert.Empty(await app.ReadAsync(db => db.Incidents.ToListAsync()));
        Assert.Empty(await app.ReadAsync(db => db.People.ToListAsync()));
    }

    [Fact]
    public async Task Only_the_calls_of_a_rehearsal_are_kept_from_Slack()
    {
        using var wire = new Wire();
        using var client = new HttpMessageInvoker(new RehearsedCalls { InnerHandler = wire });

        using (RehearsedCalls.Begin())
        {
            await client.SendAsync(Call(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, wire.Calls);
        await client.SendAsync(Call(), TestContext.Current.CancellationToken);
        Assert.Equal(1, wire.Calls);
    }

    private static HttpRequestMessage Call() => new(HttpMethod.Post, "https://slack.com/api/views.open");

    private sealed class Wire : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
