using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Storage;

/// <summary>PostgreSQL restarts, and every connection breaks, at any moment.</summary>
public sealed class LostConnectionTests
{
    [Fact]
    public async Task A_connection_lost_between_two_steps_goes_unnoticed()
    {
        await using var app = await StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        foreach (var words in new[] { "lead me", "sev 2", "update First", "update Second" })
        {
            await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident {words}");
            await EndConnectionsAsync(app);
            await GoOnAsync(app);
        }

        Assert.True(await app.ReadAsync(db => db.Outbox.AllAsync(row => row.State == LaneRowState.Done)));
        var updates = app.Slack.MessagesIn(incident.Channel).Select(message => app.Slack.PlainText(message)).ToList();
        Assert.Single(
            updates,
            text => text.Contains("Update by", StringComparison.OrdinalIgnoreCase) && text.Contains("First", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_that_could_not_be_committed_is_delivered_again()
    {
        await using var app = await StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await EndConnectionsAsync(app);
        await app.Slack.As("ben").TypeAsync(incident.Channel, "The pool is empty");
        await GoOnAsync(app);
        await app.AdvanceInStepsAsync(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(1));

        Assert.Single(await app.ReadAsync(db => db.ChannelMessages.ToListAsync()), message => message.Text == "The pool is empty");
    }

    [Fact]
    public async Task Who_asks_while_the_database_is_away_is_told_so_and_can_ask_again()
    {
        await using var app = await StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await PostgresServer.AllowAsync(app.Storage, connections: false);

        var refused = await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead me");
        Assert.Contains("Something went wrong", refused.Acknowledgement!.Body, StringComparison.OrdinalIgnoreCase);
        await PostgresServer.AllowAsync(app.Storage, connections: true);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead me");
        await app.SettleAsync();

        Assert.NotNull((await app.ReadAsync(db => db.Incidents.SingleAsync())).Lead);
    }

    private static async Task<BotApp> StartAsync()
    {
        var app = await BotApp.StartAsync(await TestDatabase.MigratedAsync(StorageProvider.Postgres), nodes: 1);
        app.ExpectLogs();
        return app;
    }

    private static Task EndConnectionsAsync(BotApp app) => PostgresServer.EndConnectionsAsync(app.Storage);

    /// <summary>Logs and repeats a failed run, as the worker does.</summary>
    private static async Task GoOnAsync(BotApp app)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await app.SettleAsync();
                return;
            }
            catch (Exception exception) when (
                attempt < 5 && exception is Npgsql.NpgsqlException or InvalidOperationException { InnerException: Npgsql.NpgsqlException })
            {
                // The pool had a dead connection left.
            }
        }
    }
}
