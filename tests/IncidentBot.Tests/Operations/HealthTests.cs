using System.Net;
using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

        // Whoever connects and sends little or nothing is not waited for.
        var limits = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.True(limits.RequestHeadersTimeout <= TimeSpan.FromSeconds(10));
        Assert.True(limits.MaxRequestBodySize <= 1024 * 1024);
        Assert.InRange(limits.MaxConcurrentConnections ?? long.MaxValue, 100, 1000);
        Assert.True(limits.MinRequestBodyDataRate is { BytesPerSecond: >= 1024 } rate && rate.GracePeriod <= TimeSpan.FromSeconds(5));
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

    [Fact]
    public async Task A_service_whose_database_file_was_deleted_is_not_ready()
    {
        await using var app = await BotApp.StartAsync(await TestDatabase.MigratedAsync(StorageProvider.Sqlite), nodes: 1);
        foreach (var topic in (string[])["slack", "warm-up"])
        {
            app.Services.GetRequiredService<Readiness>().Fulfil(topic);
        }

        using var client = app.Client();
        using var before = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        File.Delete(new SqliteConnectionStringBuilder(app.Storage.ConnectionString).DataSource);
        app.Time.Advance(TimeSpan.FromSeconds(10));

        using var after = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (before.StatusCode, after.StatusCode));
        Assert.Contains(
            StorageProbe.Lost, await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
