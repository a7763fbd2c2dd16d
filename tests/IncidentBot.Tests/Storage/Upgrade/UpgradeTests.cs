using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Storage.Upgrade;

/// <summary>A first-release database with data is upgraded to this version, and the service continues with it.</summary>
public sealed class UpgradeTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task Every_step_keeps_every_value(StorageProvider provider)
    {
        var rows = FirstReleaseRows.FromFile();
        await using var database = await FirstRelease.DatabaseAsync(provider, rows);
        await using var db = database.Open();
        Assert.Equal(rows.Tables, (await FirstReleaseRows.OfAsync(db)).Tables);

        foreach (var migration in FirstRelease.Later(db))
        {
            await FirstRelease.MigrateToAsync(db, migration);

            Assert.Equal(rows.Tables, (await FirstReleaseRows.OfAsync(db)).Tables);
        }

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task What_is_new_says_of_old_rows_what_was_so(StorageProvider provider)
    {
        await using var database = await FirstRelease.DatabaseAsync(provider, FirstReleaseRows.FromFile());
        await using var db = database.Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(await db.Incidents.ToListAsync(TestContext.Current.CancellationToken)).HasChannel);
        var channel = Assert.Single(await db.Channels.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((false, 0, null, null), (channel.IsBotOut, channel.ArchiveOffers, channel.ArchivePutOffAt, channel.DeclaredIn));
        Assert.Empty(channel.Called);
        Assert.Equal((true, false), (channel.ChannelId is not null, channel.IsBorrowed));
        var messages = await db.ChannelMessages.ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(messages);
        Assert.All(messages, message => Assert.Null(message.IncidentNumber));
        Assert.Equal(messages.Count, await db.MessagesOf(channel.IncidentNumber).CountAsync(TestContext.Current.CancellationToken));
        Assert.All(await db.TimelineEntries.ToListAsync(TestContext.Current.CancellationToken), entry => Assert.Empty(entry.Files));
        Assert.All(await db.Outbox.ToListAsync(TestContext.Current.CancellationToken), row => Assert.False(row.IsHeld));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task The_old_version_can_still_write_while_the_new_one_starts(StorageProvider provider)
    {
        var rows = FirstReleaseRows.FromFile();
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using var db = database.Open();

        await rows.PutAsync(db);

        Assert.Equal(rows.Tables, (await FirstReleaseRows.OfAsync(db)).Tables);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task The_service_goes_on_with_what_the_old_one_left(StorageProvider provider)
    {
        await using var app = await BotApp.StartAsync(await TestDatabase.MigratedAsync(provider), nodes: 1);
        var story = new IncidentStory(app);
        await story.RunUntilWrittenUpAsync();
        var rows = await app.ReadAsync(FirstReleaseRows.OfAsync);
        rows.SaveIfAsked();
        Assert.Equal(rows.Filled, FirstReleaseRows.FromFile().Filled);
        var posted = app.Slack.MessagesIn("incidents").Count;

        await app.RestartAsync(onto: await FirstRelease.DatabaseAsync(provider, rows));
        await app.SweepAsync();
        await app.SettleAsync();
        Assert.Equal(posted, app.Slack.MessagesIn("incidents").Count);
        await story.RunToEndAsync();

        var postMortem = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.Equal(PostMortemState.Published, postMortem.State);
        Assert.Single(
            app.Slack.MessagesIn("incidents"),
            message => app.Slack.PlainText(message).Contains("Post-mortem: Checkout", StringComparison.Ordinal));
        Assert.Single(await app.ReadAsync(db => db.ActionItems.Where(item => item.State == ActionState.Done).ToListAsync()));
        Assert.Contains(
            app.Slack.DmWith("ben"), message => app.Slack.PlainText(message).Contains("overdue", StringComparison.OrdinalIgnoreCase));
        Assert.NotNull(app.Slack.HomeOf("ben"));
    }
}
