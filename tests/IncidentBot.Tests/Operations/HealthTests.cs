using System.Net;
using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task A_live_service_says_so()
    {
        await using var app = await BotApp.StartAsync();
        using var client = app.Client();

        using var answer = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_missing_stands_in_the_answer_of_a_service_that_is_not_ready()
    {
        await using var app = await BotApp.StartAsync();
        app.Services.GetRequiredService<Readiness>().Miss("slack", "The bot is not in #incidents.");
        using var client = app.Client();

        using var answer = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            "The bot is not in #incidents.",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }
}
